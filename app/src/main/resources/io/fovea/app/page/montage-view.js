// The montage of the layer with its scale's two ends.

import { html } from 'lit-html';
import { mapOf } from './colour.js';
import { sizes } from './layer-controls.js';
import './legend.js';
import './montage.js';
import { channelOf, shownLayer, sortOf } from './selection.js';
import { update } from './state.js';
import { t, whole } from './words.js';

/** Places of the server's statistics of a channel. */
const [GREATEST, MEAN, ZEROS] = [1, 2, 4];

const SORTS = { number: null, strongest: GREATEST, mean: MEAN, sparsity: ZEROS };

export function montageView(shown, layer) {
  const name = shownLayer(shown);
  const tiles = shown.tilesFor?.layer === name && shown.tilesFor.model === shown.model ? shown.tiles : null;
  const source = shown.network.layers.find((each) => each.name === name) ?? layer;
  const map = mapOf(shown.map, shown.scale);
  return html`<div class="montage">
    <fovea-montage
      .shown=${{
        tiles,
        map,
        order: tiles && sorted(tiles, sortOf(shown, layer)),
        size: source.size,
        selected: channelOf(shown),
        wanted: shown.channel ? channelOf(shown) : -1,
        zoom: shown.size,
        label: t('layer.montage', { count: whole(source.size?.[2] ?? 0), layer: name }),
      }}
      @channel=${(event) => choose(event.detail)}
    ></fovea-montage>
    <div class="below">${ends(tiles, map)} ${notFinite(tiles)} ${sizes(shown)}</div>
  </div>`;
}

/** The channel is shown large, where a person sees it who isn't going from tile to tile with the keys. */
function choose(channel) {
  update({ channel: channel + 1, at: '', hover: null });
  if (document.activeElement.matches(':focus-visible')) return;
  document.querySelector('.layer-body .channel').scrollIntoView({ block: 'nearest' });
}

function ends(tiles, map) {
  if (!tiles) return '';
  const { limits } = tiles.head;
  return limits.length === 1
    ? html`<fovea-legend .map=${map} .limits=${limits[0]}></fovea-legend>`
    : html`<p class="small">${t('layer.eachOwn')}</p>`;
}

/** How many values no scale can show. */
export function notFinite(tiles) {
  const count = tiles?.head.notFinite;
  return count ? html`<p class="small fault">${t('layer.notFinite', { count: whole(count) })}</p>` : '';
}

const orders = new WeakMap();

/** The channels in the order that is wanted; the same array for the same tiles. */
function sorted(tiles, sort) {
  const known = orders.get(tiles) ?? orders.set(tiles, {}).get(tiles);
  known[sort] ??= order(tiles.head, SORTS[sort]);
  return known[sort];
}

function order({ channels, statistics }, by) {
  const all = Array.from({ length: channels }, (any, channel) => channel);
  return by === null || !statistics ? all : all.sort((one, other) => falling(statistics[one][by], statistics[other][by]));
}

/** Of two the greater first; what isn't a number is less than any. */
export function falling(...pair) {
  const [one, other] = pair.map(Number).map((number) => (Number.isNaN(number) ? -Infinity : number));
  return one === other ? 0 : other - one;
}
