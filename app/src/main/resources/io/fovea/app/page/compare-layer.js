// The right pane: one layer on both sides, the channels that changed most first.

import { html } from 'lit-html';
import { askAgain, explore, faultOf, isBehind, layerAnswerOf, rowsOf, sideOf } from './compare-data.js';
import { legend, pairCard, ramp } from './compare-pairs.js';
import { valueLists, valueTable } from './compare-values.js';
import './montage.js';
import { update } from './state.js';
import { sentenceOf, size, t, whole } from './words.js';

const FIRST = 12;

export function comparedLayer(shown) {
  const rows = rowsOf(shown);
  const row = rows?.find((each) => each.name === shown.layer);
  if (!rows) return waiting();
  if (!row?.size || !row.otherSize) return html`<section class="pane compared-layer"><p class="dim">${t('compare.chooseLayer')}</p></section>`;
  const fault = faultOf(shown, 'comparedLayer');
  const value = layerAnswerOf(shown, row.name);
  return html`<section class="pane compared-layer" aria-label=${row.name} aria-busy=${isBehind(shown, 'comparedLayer')}>
    ${head(shown, row)}
    ${fault ? failed(fault) : value ? content(shown, value, row) : bones()}
  </section>`;
}

function head(shown, row) {
  return html`<header class="compared-head">
    <div>
      <h1><i class="swatch" data-kind=${row.kind}></i>${row.name} <span class="small">${sizes(row)}</span></h1>
      <p>${sentence(row, sideOf(shown, 'A').model !== sideOf(shown, 'B').model)}</p>
    </div>
    ${row.comparable && !isValues(row) ? scales(shown) : ''}
  </header>`;
}

/** Whether a channel is one value on both sides. */
function isValues({ size: own, otherSize }) {
  return [own, otherSize].every(([height, width]) => height * width === 1);
}

function sizes({ name, otherName, size: own, otherSize }) {
  const [one, other] = [size(own), size(otherSize)];
  if (one === other && otherName === name) return one;
  return `A ${one} · B ${otherName === name ? '' : `${otherName} `}${other}`;
}

/** How much it changed, in words beside the number. */
function sentence({ comparable, matched, change, placeByPlace, size: own, otherSize }, hasTwoNetworks) {
  if (!comparable && matched === 'label') return t('compare.otherClasses');
  if (!comparable) return t('compare.unlike', { before: whole(own[2]), after: whole(otherSize[2]) });
  if (!Number.isFinite(change)) return t('compare.notFinite');
  const much = change === 0 ? 'same' : change < 0.35 ? 'little' : change < 1.1 ? 'some' : 'much';
  const said = html`${t(`compare.${much}`)} <b title=${t('compare.unit')}>${change.toFixed(2)}</b>
    <span class="small">${placeByPlace ? t('compare.ends') : t('compare.endsOtherSize')}</span>`;
  const how = { label: t('compare.byLabel'), unnamed: t('compare.unnamed'), number: hasTwoNetworks && change !== 0 ? t('compare.byNumber') : '' }[matched];
  return html`${said} ${placeByPlace ? '' : t('compare.otherSize')} ${how}`;
}

function scales(shown) {
  return html`<span class="switch" role="group" aria-label=${t('compare.scale')}>
    ${['channel', 'layer'].map(
      (each) => html`<button aria-pressed=${shown.pairScale === each} title=${t(`compare.scaleHint.${each}`)} @click=${() => update({ pairScale: each })}>
        ${t(`compare.scale.${each}`)}
      </button>`,
    )}
  </span>`;
}

function content(shown, { head: told, body }, { change }) {
  if (told.values) return told.comparable ? valueTable(told) : valueLists(told);
  return html`${told.comparable && change !== 0 ? pairs(shown, told, body) : ''} ${montages(told, body)}`;
}

function pairs(shown, told, body) {
  const most = Math.min(shown.comparePairs ?? FIRST, told.ranked.length);
  return html`<section class="pairs">
    <header>
      <h2>${t('compare.most')}</h2>
      ${legend(told)}
    </header>
    <ol class=${told.difference ? 'of-three' : 'of-two'}>${told.ranked.slice(0, most).map((each, place) => html`<li>${pairCard(told, body, place)}</li>`)}</ol>
    ${most < told.ranked.length
      ? html`<button @click=${() => update({ comparePairs: most + FIRST })}>${t('compare.more', { count: whole(Math.min(FIRST, told.ranked.length - most)) })}</button>`
      : ''}
  </section>`;
}

function montages(told, body) {
  return html`<section class="montages">
    <h2>${told.comparable ? whatIsShown(told) : t('compare.eachSide')}</h2>
    <div class="beside">
      ${montage(told, body, 'A')} ${montage(told, body, 'B')}
    </div>
  </section>`;
}

/** How many of what was compared. */
function whatIsShown({ before, shared, matched }) {
  const count = before.channels.length;
  const values = { count: whole(count), channels: whole(shared) };
  if (matched === 'label') return count === shared ? t('compare.shared', values) : t('compare.sharedOf', values);
  return count === shared ? t('compare.all', values) : t('compare.allOf', values);
}

function montage(told, body, side) {
  const layer = side === 'A' ? told.layer : told.otherLayer;
  return html`<figure>
    <figcaption><b class="badge">${side}</b> ${told.comparable ? '' : alone(told, side)}</figcaption>
    <fovea-montage .shown=${{ ...montaged(told, body, side), label: label(told, side) }} @channel=${(event) => explore(side, layer, event.detail + 1)}></fovea-montage>
  </figure>`;
}

/** What must be said of a side that is shown by itself: how much of it, on which scale. */
function alone(told, side) {
  const [drawn, limits, [, , channels]] =
    side === 'A' ? [told.before, told.limits, told.size] : [told.after, told.otherLimits, told.otherSize];
  const count = drawn.channels.length;
  const part = count < channels ? t('compare.firstOf', { count: whole(count), channels: whole(channels) }) : '';
  return html`${ramp('', limits, 'gray')} <span class="small">${part}</span>`;
}

const made = new WeakMap();

/** What a montage shows of a side; the same object for the same answer. */
function montaged(told, body, side) {
  const known = made.get(told) ?? made.set(told, {}).get(told);
  const drawn = side === 'A' ? told.before : told.after;
  const [height, width, channels] = side === 'A' ? told.size : told.otherSize;
  known[side] ??= {
    tiles: {
      head: { layer: `${told.layer} ${side}`, height, width, channels, bars: false, tile: drawn },
      body: placed(drawn, body, channels),
    },
    map: 'gray',
    order: drawn.channels,
    size: [height, width, drawn.channels.length],
    selected: -1,
    zoom: 1,
  };
  return known[side];
}

/** In the language that is shown now, so it isn't kept with the rest. */
function label({ comparable, layer, otherLayer, before, after }, side) {
  const [drawn, own] = side === 'A' ? [before, layer] : [after, otherLayer];
  const words = { count: whole(drawn.channels.length), layer: `${own}, ${side}` };
  return comparable ? t('compare.montage', words) : t('compare.montageAlone', words);
}

/** The tiles at the places of their channels, as a montage looks for them. */
function placed({ height, width, channels: order, offset }, body, channels) {
  const tile = height * width;
  const all = new Uint8Array(channels * tile);
  order.forEach((channel, place) => all.set(new Uint8Array(body, offset + place * tile, tile), channel * tile));
  return all.buffer;
}

function failed(fault) {
  return html`<div class="compare-fault" role="alert">
    <p>${sentenceOf(fault)}</p>
    <button @click=${askAgain}>${t('page.again')}</button>
  </div>`;
}

function waiting() {
  return html`<section class="pane compared-layer" aria-busy="true"><div class="skeleton head-skeleton"></div>${bones()}</section>`;
}

function bones() {
  return html`<ol class="bones" aria-hidden="true">
    ${Array.from({ length: FIRST }, () => html`<li class="skeleton"></li>`)}
  </ol>`;
}
