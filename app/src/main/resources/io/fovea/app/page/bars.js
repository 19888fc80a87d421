// A layer of 1 × 1 × n: its values as bars, named where they are scores of classes.

import { html } from 'lit-html';
import { arithmeticView } from './arithmetic.js';
import { nameOf, named } from './channel-names.js';
import { falling, notFinite } from './montage-view.js';
import { channelOf, sortOf } from './selection.js';
import { update } from './state.js';
import { decimal, t, whole } from './words.js';

const MOST = 200;
const GREATEST = 1;

export function barsView(shown, layer) {
  const tiles = shown.tilesFor?.layer === layer.name && shown.tilesFor.model === shown.model ? shown.tiles : null;
  if (!tiles) return html`<div class="skeleton block"></div>`;
  const values = new Float32Array(tiles.body);
  const order = sorted(values, sortOf(shown, layer));
  const [least, greatest] = ends(values);
  const selected = channelOf(shown);
  const [first, picked] = cut(order, [selected, sorted(values, 'strongest')[0]]);
  const more = values.length - first.length - picked.length;
  const each = (channel) => bar(channel, values[channel], nameOf(shown, layer, channel), greatest - least, channel === selected);
  return html`<div class="bars" data-layer=${layer.name}>
      <p class="small">${t('bars.range', { count: whole(values.length), least: decimal(least), greatest: decimal(greatest) })}</p>
      ${notFinite(tiles)}
      <ol>
        ${first.map(each)} ${picked.length > 0 ? html`<li class="cut" aria-hidden="true">…</li>` : ''} ${picked.map(each)}
      </ol>
      ${more > 0 ? html`<p class="small">${t('bars.more', { count: whole(more) })}</p>` : ''}
    </div>
    <aside class="channel">
      <header><h2>${t('channel.title', { channel: selected + 1 })}</h2><span class="small">${t('channel.index', { channel: selected })}</span></header>
      ${named(nameOf(shown, layer, selected))}
      ${arithmeticView(shown, layer)}
    </aside>`;
}

/** The channels in the order that is wanted: of one value a channel, most zeros is nearest to 0. */
function sorted(values, sort) {
  const order = Array.from(values.keys());
  if (sort === 'number') return order;
  const by = sort === 'sparsity' ? (channel) => -Math.abs(values[channel]) : (channel) => values[channel];
  return order.sort((one, other) => falling(by(one), by(other)));
}

/** The first of many channels, and of the others those that must not be out of sight. */
function cut(order, needed) {
  return [order.slice(0, MOST), order.slice(MOST).filter((channel) => needed.includes(channel))];
}

/** The least and the greatest of what is finite, and 0. */
function ends(values) {
  let [least, greatest] = [0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return [least, greatest];
}

function bar(channel, value, name, range, selected) {
  return html`<li>
    <button aria-current=${selected} @click=${() => update({ channel: channel + 1, at: '', hover: null })}>
      <span>${channel + 1}</span><span class="name">${name}</span>
      <progress class=${value < 0 ? 'below' : ''} max=${GREATEST} .value=${Number.isFinite(value) ? Math.abs(value) / (range || 1) : 0}></progress>
      <span>${decimal(value)}</span>
    </button>
  </li>`;
}
