// Which of a graph's nodes stands for what.

import { byName } from './network-layers.js';

/** The node that shows a layer: its own, or that of the closed block around it. */
export function nodeOf({ nodes }, layer) {
  return nodes.find((node) => node.layer === layer) ?? nodes.find((node) => node.layers?.includes(layer) && !node.open);
}

/** Whether a drawing is of the network shown, and not of one that is still on its way. */
export function fits(drawing, network) {
  const known = byName(network);
  return drawing.nodes.every((node) => node.kind === 'block' || known.has(node.layer));
}

/**
 * What stays where it is when another drawing takes the place of one: {node, screen: its top now,
 * isOne: whether one block was opened or closed}.
 */
export function anchorOf(before, after, { at }) {
  const kept = new Map(after.nodes.map((node) => [node.id, node]));
  const changed = before.nodes.filter((old) => old.kind === 'block' && kept.get(old.id)?.open !== old.open);
  const top = before.nodes.find((old) => kept.has(old.id) && at.applyY(old.y + old.height) > 0);
  const old = changed[0] ?? top;
  return old && { node: kept.get(old.id), screen: at.applyY(old.y), isOne: changed.length === 1 };
}
