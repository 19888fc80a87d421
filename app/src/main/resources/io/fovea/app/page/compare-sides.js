// The left pane: what is compared with what, and the scores of both.

import { html } from 'lit-html';
import { address } from './api.js';
import { answerOf, chooseInput, chooseModel, faultOf, isBehind, isChosen, leaveOther, sendTo, sideOf, swap } from './compare-data.js';
import { isTaker } from './compare-drop.js';
import { told } from './input-thumbnail.js';
import { ARRAYS } from './intake.js';
import { savePart } from './save.js';
import { t } from './words.js';

/** What of the tab is for the screen alone. */
const CONTROLS = '.sides-pane > header button, .side .button, .pairs > button';

export function sidesPane(shown) {
  return html`<section class="pane sides-pane" aria-label=${t('compare.sides')}>
    <header>
      <h2 class="label">${t('compare.sides')}</h2>
      <button class="quiet" ?disabled=${!isThere(shown)} title=${t('save.comparison')} aria-label=${t('save.comparison')} @click=${save}>PNG</button>
      <button class="quiet" ?disabled=${!isChosen(shown)} title=${t('compare.swapHint')} @click=${swap}>⇄ ${t('compare.swap')}</button>
      <button class="quiet" ?disabled=${!isChosen(shown)} aria-label=${t('compare.leave')} title=${t('compare.leave')} @click=${leaveOther}>✕</button>
    </header>
    <p class="small">${about(shown)}</p>
    <div class="sides">${side(shown, 'A')} ${side(shown, 'B')}</div>
    ${isChosen(shown) && !faultOf(shown, 'compared') ? scores(shown) : ''}
  </section>`;
}

/** Whether all that is compared has come. */
function isThere(shown) {
  return isChosen(shown) && ['compared', 'comparedLayer'].every((name) => !isBehind(shown, name) && !faultOf(shown, name));
}

function save({ target }) {
  savePart(target.closest('.compare'), `compare-${document.title}`, { without: CONTROLS });
}

function about(shown) {
  if (!isChosen(shown)) return t('compare.nothingYet');
  const other = sideOf(shown, 'B');
  if (other.model === shown.model) return t('compare.twoPictures', { model: shown.model });
  const values = { model: shown.model, other: other.model };
  return other.input === shown.input ? t('compare.twoNetworks', values) : t('compare.twoOfBoth', values);
}

function side(shown, which) {
  const { model, input, name } = sideOf(shown, which);
  const known = which === 'A' || isChosen(shown);
  return html`<section class=${isTaker(shown, which) ? 'side taking' : 'side'} aria-label=${which}>
    ${known && shown.network && input ? picture(shown, which, model, input) : html`<div class="side-picture open" aria-hidden="true">${which}</div>`}
    ${models(shown, which, model)} ${inputs(shown, which, input, name)}
    <label class="button">
      ${t('compare.open')}
      <input type="file" class="heard" accept=${`image/*,${ARRAYS}`} aria-label=${t('compare.openFor', { side: which })}
        @change=${(event) => chosen(event, which)} />
    </label>
  </section>`;
}

function picture(shown, which, model, input) {
  return html`<div class="side-picture">
    <img
      src=${address('api/inputs/picture', { model, input })}
      alt=${t('compare.picture', { side: which, model })}
      @error=${told(true)}
      @load=${told(false)}
    />
    <span class="unfit">${isKnown(shown, model) ? t('input.unfit') : t('compare.noNetwork')}</span>
    <b class="badge" aria-hidden="true">${which}</b>
  </div>`;
}

/** A link may name a network that isn't here. */
function isKnown({ start }, model) {
  return start.models.some((each) => each.name === model);
}

function models(shown, which, model) {
  const names = new Set([model, ...(shown.start?.models ?? []).map((each) => each.name)]);
  return html`<select aria-label=${t('compare.modelOf', { side: which })} title=${model} @change=${(event) => chooseModel(which, event.target.value)}>
    ${[...names].map((name) => html`<option value=${name} .selected=${name === model}>${name}</option>`)}
  </select>`;
}

function inputs(shown, which, input, name) {
  const samples = shown.start?.samples ?? [];
  const known = samples.some((each) => each.id === input);
  return html`<select aria-label=${t('compare.inputOf', { side: which })} @change=${(event) => chooseInput(which, event.target.value)}>
    ${known ? '' : html`<option value=${input} .selected=${true}>${name ?? t('compare.sent')}</option>`}
    ${samples.map((each) => html`<option value=${each.id} .selected=${each.id === input}>${each.name}</option>`)}
  </select>`;
}

function scores(shown) {
  const { scores: rows, noScores } = answerOf(shown)?.head ?? {};
  if (!rows) {
    return html`<h2 class="label">${t('compare.scores')}</h2>
      ${[1, 2, 3, 4, 5, 6].map(() => html`<div class="score skeleton" aria-hidden="true"></div>`)}`;
  }
  if (rows.length === 0) return html`<p class="small">${t('compare.noScores', { why: [...new Set(noScores)].join('; ') })}</p>`;
  return html`<table class="both-scores" aria-busy=${isBehind(shown, 'compared')}>
    <caption class="label">${t('compare.scores')}</caption>
    <thead><tr>
      <th scope="col">${t('compare.class')}</th>
      <th scope="col" title=${t('compare.percent')}>A %</th>
      <th scope="col" title=${t('compare.percent')}>B %</th>
      <th scope="col" title=${t('compare.points')}>B − A</th>
    </tr></thead>
    <tbody>${rows.map(score)}</tbody>
  </table>`;
}

function score({ label, before, after }) {
  const apart = before === null || after === null ? null : after - before;
  return html`<tr>
    <th scope="row" title=${label}>
      <span>${label}</span>
      <meter class="first" min="0" max="1" .value=${before ?? 0} aria-label="A"></meter>
      <meter min="0" max="1" .value=${after ?? 0} aria-label="B"></meter>
    </th>
    <td>${share(before)}</td>
    <td>${share(after)}</td>
    <td>${apart === null ? '' : signed(apart * 100)}</td>
  </tr>`;
}

/** In percent; a dash where the network has no such class. */
function share(score) {
  return score === null ? html`<span title=${t('compare.noClass')}>–</span>` : (score * 100).toFixed(1);
}

function signed(number) {
  const text = Math.abs(number).toFixed(1);
  return Number(text) === 0 ? text : `${number > 0 ? '+' : '−'}${text}`;
}

function chosen(event, which) {
  const [file] = event.target.files;
  if (file) sendTo(which, file);
  event.target.value = '';
}
