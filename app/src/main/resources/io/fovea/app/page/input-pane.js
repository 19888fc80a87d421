// The left pane: the input as the network sees it, where it comes from, and the scores.

import { html } from 'lit-html';
import { address, post } from './api.js';
import './picture-view.js';
import { state, update } from './state.js';
import { t } from './words.js';

export function inputPane(shown) {
  return html`<section class="pane input-pane" aria-label=${t('input.title')} @dragover=${allow} @drop=${drop}>
    <h2 class="label">${t('input.title')}</h2>
    ${picture(shown)} ${sources(shown)} ${scores(shown)}
  </section>`;
}

function picture(shown) {
  const { network, model, input } = shown;
  const source = network && input ? address('api/inputs/picture', { model, input }) : '';
  return html`<fovea-picture
    class="seen"
    .source=${source}
    .sides=${network?.input}
    .box=${shown.box}
    .field=${shown.value?.field}
    .overlay=${shown.overlay ? overlay(shown) : null}
    .label=${t('input.picture')}
    @box=${(event) => update({ box: event.detail })}
    @broken=${(event) => update({ faults: { ...state.faults, input: event.detail } })}
  ></fovea-picture>`;
}

const overlays = new WeakMap();

/** The channel as it lies over the picture; the same object for the same channel. */
function overlay({ plane }) {
  if (!plane) return null;
  if (!overlays.has(plane)) overlays.set(plane, { ...plane, map: 'viridis' });
  return overlays.get(plane);
}

function sources(shown) {
  const samples = shown.start?.samples ?? [];
  return html`<div class="sources">
    <label class="button">
      ${t('input.open')}
      <input type="file" class="heard" accept="image/*,.npy,.npz,.csv,.mat" @change=${chosen} />
    </label>
    <select aria-label=${t('input.samples')} .value=${shown.input} @change=${(event) => choose(event.target.value)}>
      ${samples.some((each) => each.id === shown.input)
        ? ''
        : html`<option value=${shown.input} selected>${shown.inputName ?? t('input.sent')}</option>`}
      ${samples.map(
        (each) => html`<option value=${each.id} ?selected=${each.id === shown.input}>${each.name}</option>`,
      )}
    </select>
  </div>
  <p class="small">${t('input.hint')}</p>`;
}

function scores(shown) {
  const look = shown.look;
  if (!look) {
    return html`<h2 class="label">${t('input.scores')}</h2>
      ${[1, 2, 3, 4, 5].map(() => html`<div class="score skeleton" aria-hidden="true"></div>`)}`;
  }
  if (look.scores.length === 0) return html`<p class="small">${t('input.noScores')}</p>`;
  return html`<h2 class="label">${t('input.scores')}</h2>
    <ol class="scores" aria-label=${t('input.scores')}>
      ${look.scores.slice(0, 5).map(
        (each) => html`<li class="score">
          <span class="name" title=${each.label}>${each.label}</span>
          <span>${(each.score * 100).toFixed(1)} %</span>
          <meter min="0" max="1" .value=${each.score} aria-label=${each.label}></meter>
        </li>`,
      )}
    </ol>
    <p class="small">${t('input.time', { milliseconds: look.milliseconds.toFixed(0) })}</p>`;
}

function choose(input) {
  update({ input, inputName: undefined, box: '', at: '' });
}

/** Sends a file; what was shown stays until the new one is through, or if it is broken. */
export async function send(file) {
  update({ waiting: { ...state.waiting, send: true } });
  try {
    const taken = await post('api/inputs', { name: file.name || 'pasted.png' }, file);
    update({ input: taken.id, inputName: taken.name, box: '', at: '', faults: { ...state.faults, send: undefined } });
  } catch (error) {
    update({ faults: { ...state.faults, send: error } });
  } finally {
    update({ waiting: { ...state.waiting, send: false } });
  }
}

function chosen(event) {
  const [file] = event.target.files;
  if (file) send(file);
  event.target.value = '';
}

function allow(event) {
  event.preventDefault();
}

function drop(event) {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file) send(file);
}

window.addEventListener('paste', (event) => {
  const [file] = event.clipboardData.files;
  if (file) send(file);
});

