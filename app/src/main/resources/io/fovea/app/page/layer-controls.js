// How the layer is shown: which of its pictures, on which scale, in which colours and order.

import { html } from 'lit-html';
import { MAPS, mapOf } from './colour.js';
import { rangeFields, rangeFrom, rangeOf } from './fixed-range.js';
import { saveMenu } from './save.js';
import { hasBars, sortOf, viewOf, viewsOf } from './selection.js';
import { SIZES, state, update } from './state.js';
import { t } from './words.js';

/** The scales, in the order in which the key t goes through them. */
export const SCALES = ['none', 'layer', 'channel', 'symmetric', '1%:99%'];

const QUICK = ['none', 'layer', 'channel'];
const NAMES = { symmetric: 'scale.symmetric', '1%:99%': 'scale.percentile' };
const SORTS = ['number', 'strongest', 'mean', 'sparsity'];

export function controls(shown, layer) {
  const weights = viewOf(shown) === 'weights';
  const pictures = !weights && !hasBars(shown);
  return html`<div class="controls" role="toolbar" aria-label=${t('layer.controls')}>
    ${views(shown, layer)} ${pictures ? html`${scales(shown)} ${maps(shown)}` : ''} ${weights ? '' : orders(shown, layer)} ${saveMenu(shown, layer)}
  </div>`;
}

function choice(name, value, chosen, choose, title = '') {
  return html`<button title=${title} aria-pressed=${value === chosen} @click=${() => choose(value)}>${name}</button>`;
}

function views(shown, layer) {
  const given = viewsOf(shown, layer);
  if (given.length === 1) return '';
  const chosen = viewOf(shown);
  const name = (view) => t(view === 'activation' && given.includes('before') ? 'view.after' : `view.${view}`);
  return html`<span class="switch" role="group" aria-label=${t('layer.view')}>
    ${given.map((view) => choice(name(view), view, chosen, (to) => update({ view: to })))}
  </span>`;
}

function scales(shown) {
  const set = (scale) => update({ scale, map: shown.map === 'signed' ? 'auto' : shown.map });
  const more = SCALES.filter((scale) => !QUICK.includes(scale));
  return html`<span class="switch" role="group" aria-label=${t('layer.scale')}>
      ${QUICK.map((scale) => choice(t(`scale.${scale}`), scale, shown.scale, set, t(`scale.${scale}.title`)))}
    </span>
    <select aria-label=${t('layer.moreScales')} @change=${(event) => chooseScale(event.target.value, shown)}>
      <option value="" .selected=${QUICK.includes(shown.scale)}>${t('layer.moreScales')}</option>
      ${more.map(
        (scale) =>
          html`<option value=${scale} .selected=${scale === shown.scale}>${t(NAMES[scale])}</option>`,
      )}
      <option value="fixed" .selected=${Boolean(rangeOf(shown.scale))}>${t('scale.fixed')}</option>
    </select>
    ${rangeFields(shown.scale)}`;
}

/** A fixed range begins as the range that is shown, so that other layers can be held against it. */
function chooseScale(scale, shown) {
  if (scale === 'fixed') update({ scale: rangeFrom(shown.tiles?.head.limits ?? [[0, 1]]) });
  else update({ scale: scale || 'layer' });
}

function maps(shown) {
  const chosen = mapOf(shown.map, shown.scale);
  return html`<span class="switch" role="group" aria-label=${t('layer.map')}>
    ${Object.keys(MAPS).map(
      (map) => html`<button data-map=${map} aria-pressed=${map === chosen} @click=${() => chooseMap(map)}>${t(`map.${map}`)}</button>`,
    )}
  </span>`;
}

/** Signs can be told apart only on a scale whose middle is 0. */
function chooseMap(map) {
  if (map === 'signed') update({ map: 'auto', scale: 'symmetric' });
  else update({ map, scale: state.scale === 'symmetric' ? 'layer' : state.scale });
}

function orders(shown, layer) {
  const chosen = sortOf(shown, layer);
  return html`<select aria-label=${t('layer.sort')} @change=${(event) => update({ sort: event.target.value })}>
    ${SORTS.map((sort) => html`<option value=${sort} .selected=${sort === chosen}>${t(`sort.${sort}`)}</option>`)}
  </select>`;
}

/** How large the tiles are. */
export function sizes(shown) {
  return html`<span class="switch" role="group" aria-label=${t('layer.size')}>
    ${SIZES.map((size) => choice(`${size}×`, size, shown.size, (to) => update({ size: to }), t('layer.size')))}
  </span>`;
}
