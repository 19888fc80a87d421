// A channel on both sides and its difference, and the scales that they are drawn on.

import { html } from 'lit-html';
import { explore } from './compare-data.js';
import { MAPS } from './colour.js';
import './gray-picture.js';
import { decimal, t } from './words.js';

/** The channel at a place of the ranking: A, B, and B − A. */
export function pairCard(told, body, place) {
  const { channel, change } = told.ranked[place];
  const number = channel + 1;
  const name = told.labels[place];
  const pictures = picturesOf(told, body, place);
  return html`<article class="pair" aria-label=${t('compare.channel', { number, index: channel })}>
    <header title=${t('compare.channel', { number, index: channel })}>
      <b>${number}</b>
      <span class="small name">${name ?? t('compare.index', { index: channel })}</span>
      <span class="number" title=${t('compare.unit')}>${typeof change !== 'number' ? '' : change.toFixed(2)}</span>
    </header>
    <div class=${pictures.difference ? 'three' : 'two'}>
      ${side(told.layer, 'A', number, pictures.before, ends(told.limits, place))}
      ${side(told.otherLayer, 'B', told.after.channels[place] + 1, pictures.after, ends(told.limits, place))}
      ${pictures.difference
        ? html`<span class="apart" role="img" aria-label=${t('compare.difference')} title=${`B − A\n${ends(told.differenceLimits, place, 'compare.fromDifference')}`}>
            <fovea-gray .picture=${pictures.difference}></fovea-gray></span>`
        : ''}
    </div>
  </article>`;
}

function side(layer, which, number, picture, limits) {
  return html`<button
    aria-label=${t('compare.go', { side: which, layer, number })}
    title=${`${t('compare.go', { side: which, layer, number })}\n${limits}`}
    @click=${() => explore(which, layer, number)}
  ><fovea-gray .picture=${picture}></fovea-gray></button>`;
}

function ends(limits, place, words = 'compare.from') {
  const [least, greatest] = limits[limits.length === 1 ? 0 : place];
  return t(words, { least: decimal(least), greatest: decimal(greatest) });
}

const made = new WeakMap();

function picturesOf(told, body, place) {
  const known = made.get(told) ?? made.set(told, []).get(told);
  known[place] ??= {
    before: picture(told.before, body, place, 'gray'),
    after: picture(told.after, body, place, 'gray'),
    difference: told.difference && picture(told.difference, body, place, 'signed'),
  };
  return known[place];
}

function picture({ height, width, offset }, body, place, map) {
  const tile = height * width;
  return { height, width, map, levels: new Uint8Array(body, offset + place * tile, tile) };
}

/** The scales with their ends: of both sides, and of the difference. */
export function legend({ limits, difference, differenceLimits }) {
  return html`<div class="legends">
    ${ramp('A, B', limits, 'gray')} ${difference ? ramp('B − A', differenceLimits, 'signed') : ''}
  </div>`;
}

/** A scale between its two ends. */
export function ramp(name, limits, map) {
  const [least, greatest] = limits.length === 1 ? limits[0].map(signed(map)) : [t('compare.least'), t('compare.greatest')];
  return html`<span class="legend" title=${t(`compare.legend.${map}`)}>
    <b>${name}</b> ${least}
    <fovea-gray .picture=${RAMPS[map]}></fovea-gray> ${greatest}
  </span>`;
}

function signed(map) {
  return (value) => (map === 'signed' && value > 0 ? `+${decimal(value)}` : decimal(value));
}

const RAMPS = Object.fromEntries(
  Object.keys(MAPS).map((map) => [map, { height: 1, width: 256, map, levels: Uint8Array.from({ length: 256 }, (any, level) => level) }]),
);
