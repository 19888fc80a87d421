// Names of layers where there is little room.

import { html } from 'lit-html';

const MOST = 34;

/** A long name without its middle: the beginning says the block, the end says the layer. */
export function middle(name, most = MOST) {
  if (name.length <= most) return name;
  const before = Math.floor((most - 1) * 0.4);
  return `${name.slice(0, before)}…${name.slice(name.length - (most - 1 - before))}`;
}

/** A name that may be broken after each of its parts. */
export function apart(name) {
  return name.split(/(?<=[-_./…])/).map((part) => html`${part}<wbr />`);
}
