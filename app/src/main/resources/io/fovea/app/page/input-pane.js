// The left pane: the input as the network sees it, where it comes from, and the scores.

import { html } from 'lit-html';
import { coloured, mapOf } from './colour.js';
import { ARRAYS, PICTURES, choose, leave, take } from './intake.js';
import { inputThumbnail } from './input-thumbnail.js';
import './legend.js';
import { livePanel } from './live-panel.js';
import './picture-view.js';
import { scoresView } from './scores-view.js';
import { startCamera, stopLive } from './live.js';
import { retry, seenAddress } from './loader.js';
import { isLive, isMissing, planeOf, refusalOf, valueOf } from './selection.js';
import { state, update } from './state.js';
import { sentenceOf, t, whole } from './words.js';

/** The side of a sample's picture, in CSS pixels. */
const THUMBNAIL = 96;

const SOURCES = ['picture', 'samples', 'camera', 'array'];

export function inputPane(shown) {
  const source = sourceOf(shown);
  return html`<section class="pane input-pane" aria-label=${t('input.title')}>
    <h2 class="label">${t('input.title')}</h2>
    ${picture(shown)} ${source === 'camera' ? '' : about(shown)} ${fault(shown)} ${sources(source)}
    ${PANELS[source](shown)} ${scoresView(shown)}
    ${shown.dragging ? html`<div class="drop-target" role="status"><p>${t('input.dropHere')}</p></div>` : ''}
  </section>`;
}

const PANELS = { picture: picturePanel, samples: samplesPanel, camera: livePanel, array: arrayPanel };

/** What the person chose; else by what the input is. */
function sourceOf({ live, source, input, taken }) {
  if (live) return 'camera';
  if (source) return source;
  if (taken?.kind === 'array') return 'array';
  return input.startsWith('sample:') ? 'samples' : 'picture';
}

function picture(shown) {
  const { network, model, input, live } = shown;
  const still = !isLive(live) && network?.input && input;
  return html`<fovea-picture
    .source=${still ? seenAddress(model, input) : ''}
    .attempt=${shown.attempt}
    .empty=${Boolean(shown.unseen && refusalOf(shown))}
    .sending=${Boolean(shown.waiting?.send)}
    .sides=${network?.input}
    .box=${shown.box}
    .field=${isLive(live) ? null : valueOf(shown)?.field}
    .overlay=${overlay(shown)}
    .label=${t('input.picture')}
    @box=${(event) => update({ box: event.detail })}
    @broken=${() => update({ unseen: true })}
  ></fovea-picture>
  ${shown.box ? boxWords(shown.box) : ''}`;
}

const overlays = new WeakMap();

/** The same object for the same plane and map, so that nothing is painted twice. */
function overlay(shown) {
  const { overlay: wanted, map, scale } = shown;
  const plane = planeOf(shown);
  if (!wanted || !plane) return null;
  const name = mapOf(map, scale);
  const known = overlays.get(plane);
  if (known?.map === name) return known;
  const made = coloured(plane, name);
  overlays.set(plane, made);
  return made;
}

/** The box in words, for who doesn't see it, with a way to take it off. */
function boxWords(box) {
  const [top, left, bottom, right] = box.split(',').map(Number);
  return html`<p class="small input-line">
    <span role="status">${t('input.box', { top: top + 1, bottom, left: left + 1, right })}</span>
    <button class="quiet" aria-label=${t('input.noBox')} title=${t('input.noBox')} @click=${() => update({ box: '' })}>✕</button>
  </p>`;
}

/** File name, size, and what became of it before the network saw it. */
function about(shown) {
  const { taken, network, input } = shown;
  if (!taken || !network || taken.id !== input) return html`<p class="small about">&nbsp;</p>`;
  if (!network.input) return html`<p class="small about"><b>${taken.name}</b><br />${t('input.none')}</p>`;
  if (taken.kind === 'array') return html`<div class="about">${numbers(shown)}</div>`;
  return html`<p class="small about"><b>${taken.name}</b><br />${unbroken(taken.size)} · ${cut(network)}</p>`;
}

/** What an array is; which of its dimensions are rows and columns the network's run tells. */
function numbers({ taken, network, look, model, input }) {
  const isSeen = look?.model === model && look.input === input;
  if (!isSeen) return html`<p class="small"><b>${taken.name}</b><br />${t('input.array', { size: unbroken(taken.size) })}</p>`;
  const { channels } = network.input;
  const { height, width } = look.sides;
  const size = sides(look.sides);
  const planes = taken.size.reduce((product, each) => product * each, 1) / (height * width);
  const isOne = planes === 1;
  const fed = !isOne ? 'input.fedEach' : channels === 1 ? 'input.fedOnce' : 'input.fed';
  return html`<p class="small"><b>${taken.name}</b><br />${isOne ? t('input.array', { size }) : t('input.planes', { planes: whole(planes), size })}</p>
    ${isOne ? '' : html`<p class="small">${t('input.drawn', { planes: whole(planes) })}</p>`}
    <fovea-legend .map=${'viridis'} .limits=${look.plane}></fovea-legend>
    <p class="small">${t(fed, { channels: whole(channels) })}</p>`;
}

function sides({ height, width }) {
  return unbroken([height, width]);
}

/** A size that isn't broken over two lines. */
function unbroken(sizes) {
  return sizes.length === 0 ? '1' : sizes.join('\u00a0×\u00a0');
}

function cut({ card, input }) {
  const seen = sides(input);
  const { crop, shortSide } = card.resize;
  return crop ? t('input.crop', { shortSide, seen }) : t('input.stretch', { seen });
}

/** What is wrong with the input; that the server is lost or busy is said above the whole page. */
function fault(shown) {
  if (shown.inputFault) return said(shown.inputFault, closer({ inputFault: '' }));
  const refusal = refusalOf(shown);
  if (refusal) return said(t(isMissing(refusal) ? 'input.gone' : 'input.broken', { why: sentenceOf(refusal) }), isMissing(refusal) ? again() : '');
  if (!shown.unseen || isLive(shown.live)) return '';
  const isKnown = shown.look?.input === shown.input;
  return isKnown ? said(t('input.unseen'), again()) : '';
}

function again() {
  return html`<button @click=${retry}>${t('page.again')}</button>`;
}

function said(words, button) {
  return html`<p class="input-fault" role="alert"><span>${words}</span> ${button}</p>`;
}

function closer(patch) {
  return html`<button class="quiet" aria-label=${t('input.close')} title=${t('input.close')} @click=${() => update(patch)}>✕</button>`;
}

function sources(source) {
  return html`<div class="switch sources" role="group" aria-label=${t('input.sources')}>
    ${SOURCES.map(
      (each) => html`<button aria-pressed=${each === source} @click=${() => go(each)}>${t(`source.${each}`)}</button>`,
    )}
  </div>`;
}

/** The camera begins when it is chosen, and ends when something else is. */
function go(source) {
  if (source === 'camera') {
    leave();
    if (!state.live || state.live.fault) startCamera();
    return;
  }
  stopLive();
  update({ source });
}

function picturePanel({ start, input }) {
  const first = start?.samples.find((each) => each.id === 'start');
  return html`${opener(t('input.open'), PICTURES)}
    ${first && first.id !== input ? html`<button @click=${() => choose(first.id, first)}>${t('input.back', { name: first.name })}</button>` : ''}
    <p class="small">${t('input.hint')}</p>`;
}

function arrayPanel() {
  return html`${opener(t('input.openArray'), ARRAYS)}
    <p class="small">${t('input.arrayHint')}</p>`;
}

function opener(words, accept) {
  return html`<label class="button">
    ${words}
    <input type="file" class="heard" accept=${accept} @click=${forget} @change=${chosen} />
  </label>`;
}

function samplesPanel({ start, model, input, network }) {
  const samples = (start?.samples ?? []).filter(({ id }) => id !== 'start');
  return html`<ul class="samples">
    ${samples.map(
      ({ id, name }) => html`<li>
        <button aria-pressed=${id === input} title=${name} @click=${() => choose(id, null, 'samples')}>
          ${network?.input ? inputThumbnail(model, id, THUMBNAIL) : ''}
          <span class="name">${t(id)}</span>
        </button>
      </li>`,
    )}
  </ul>`;
}

function chosen(event) {
  const [file] = event.target.files;
  if (file) take(file);
}

/** So that the same file can be chosen again. */
function forget(event) {
  event.target.value = '';
}
