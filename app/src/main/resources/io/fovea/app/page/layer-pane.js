// The right pane: the selected layer, its parameters, its activation, one channel, one value.

import { html } from 'lit-html';
import { mapOf } from './colour.js';
import { findStrip } from './find.js';
import './montage.js';
import { update } from './state.js';
import { size, t, language, whole } from './words.js';

const SCALES = ['layer', 'channel', 'none', 'symmetric', 'percentile:1:99'];
const SORTS = { number: null, strongest: (s) => s[1], mean: (s) => s[2], sparsity: (s) => s[4] };

export function layerPane(shown) {
  const layer = shown.network?.layers.find((each) => each.name === shown.layer);
  if (!layer) return html`<section class="pane layer-pane" aria-busy="true"><div class="skeleton head-skeleton"></div></section>`;
  return html`<section class="pane layer-pane" aria-label=${layer.name}>
    ${head(shown, layer)} ${controls(shown)}
    <div class="layer-body">${montage(shown, layer)}</div>
    ${findStrip(shown)}
  </section>`;
}

function head(shown, layer) {
  const fixed = Object.entries(layer.hyperparameters);
  return html`<header class="layer-head">
    <div>
      <h1><i class="swatch" data-kind=${layer.kind}></i>${layer.name}
        <span class="small">${layer.type} · ${layer.size ? size(layer.size) : '?'} · ${t('layer.of', { index: layer.index, count: shown.network.totals.layers })}</span>
      </h1>
      <p>${layer.sentence?.[language()] ?? layer.description}</p>
    </div>
    <dl>
      <dt>${t('layer.fixed')}</dt>
      <dd>${fixed.map(([name, value]) => html`<span>${name} <b>${value}</b></span>`)}
        ${layer.macs ? html`<span>MACs <b>${whole(layer.macs)}</b></span>` : ''}
        ${layer.field ? html`<span>${t('layer.field')} <b>${size(layer.field)}</b></span>` : ''}</dd>
      <dt>${t('layer.learned')}</dt>
      <dd>${layer.parameters.length === 0 ? t('layer.none') : layer.parameters.map((each) => html`<span>${each.name} <b>${size(each.size)}</b></span>`)}
        ${layer.learnables ? html`<span><b>${whole(layer.learnables)}</b> ${t('layer.values')}</span>` : ''}</dd>
    </dl>
  </header>`;
}

function controls(shown) {
  return html`<div class="controls" role="toolbar">
    <select aria-label=${t('layer.scale')} @change=${(event) => update({ scale: event.target.value })}>
      ${SCALES.map((scale) => html`<option value=${scale} ?selected=${scale === shown.scale}>${t(`scale.${scale.split(':')[0]}`)}</option>`)}
    </select>
    <select aria-label=${t('layer.sort')} @change=${(event) => update({ sort: event.target.value })}>
      ${Object.keys(SORTS).map((sort) => html`<option value=${sort} ?selected=${sort === shown.sort}>${t(`sort.${sort}`)}</option>`)}
    </select>
  </div>`;
}

function montage(shown, layer) {
  const tiles = shown.tilesFor?.layer === layer.name ? shown.tiles : null;
  return html`<fovea-montage
    .shown=${{
      tiles,
      map: mapOf(shown.map, shown.scale),
      order: tiles && sorted(tiles, shown.sort),
      size: layer.size,
      selected: shown.channel - 1,
      zoom: shown.size,
      label: t('layer.montage', { count: layer.size?.[2] ?? 0, layer: layer.name }),
    }}
    @channel=${(event) => update({ channel: event.detail + 1 })}
  ></fovea-montage>`;
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
  return by ? all.sort((one, other) => by(statistics[other]) - by(statistics[one])) : all;
}
