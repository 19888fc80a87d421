// The page's beginning: asks what there is, then shows it.

import { html, render } from 'lit-html';
import { lookAhead } from './ahead.js';
import { json } from './api.js';
import { compareView } from './compare.js';
import { headView } from './head.js';
import { inputPane } from './input-pane.js';
import { listenToFiles } from './intake.js';
import { listenToKeys } from './keys.js';
import { layerPane } from './layer-pane.js';
import { load, retry } from './loader.js';
import { networkPane } from './network-pane.js';
import './pane.js';
import { isOfInput } from './selection.js';
import { connect, listen } from './socket.js';
import { show, state, subscribe, update } from './state.js';
import { trainView } from './train.js';
import './waiting-bar.js';
import { language, sentenceOf, t } from './words.js';

const place = document.getElementById('page');
const lightStyle = document.getElementById('light');

const FORBIDDEN = 403;

/** When the light palette holds, where the person has chosen; else the system says. */
const LIGHT = { light: 'all', dark: 'not all' };

function exploreView(shown) {
  return html`<main class="explore">${[inputPane, networkPane, layerPane].map((view) => pane(view, shown))}</main>`;
}

function pane(view, shown) {
  return html`<fovea-pane .part=${{ view, shown }}></fovea-pane>`;
}

const TABS = { explore: exploreView, compare: compareView, train: trainView };

const head = (shown) => headView(shown, Object.keys(TABS));

function page(shown) {
  const waiting = Object.values(shown.waiting ?? {}).some(Boolean);
  return html`<div class="frame">
    <fovea-waiting class="waiting" .on=${waiting}></fovea-waiting>
    ${pane(head, shown)}
    <div aria-live="assertive">${messages(shown)}</div>
    ${pane(TABS[shown.tab] ?? exploreView, shown)}
  </div>`;
}

/** What went wrong, in the server's words; what is wrong with the input is said beside it. */
function messages(shown) {
  const faults = Object.entries(shown.faults)
    .filter(([name, fault]) => fault && !isOfInput(name, fault, shown))
    .map(([, fault]) => fault);
  const fault = faults.find(isForbidden) ?? faults.find(({ lost }) => lost) ?? faults[0];
  if (!fault) return hint(shown);
  return html`<div class="message" role="alert">
    <span>${sentence(fault)}</span>
    <button @click=${again}>${t('page.again')}</button>
  </div>`;
}

/** A link's layer that the network hasn't. */
function hint({ unknownLayer }) {
  return unknownLayer
    ? html`<div class="message hint" role="status">
        <span>${t('page.unknownLayer', { layer: unknownLayer })}</span>
        <button @click=${() => update({ unknownLayer: '' })}>${t('input.close')}</button>
      </div>`
    : '';
}

/** A server that lets this page no longer in was started again, with a new address. */
function sentence(fault) {
  if (isForbidden(fault)) return t('page.other');
  return sentenceOf(fault);
}

function isForbidden({ status }) {
  return status === FORBIDDEN;
}

function display() {
  const { documentElement: root } = document;
  if (root.lang !== language()) root.lang = language();
  if (!state.theme) delete root.dataset.theme;
  else if (root.dataset.theme !== state.theme) root.dataset.theme = state.theme;
  const light = LIGHT[state.theme] ?? '(prefers-color-scheme: light)';
  if (lightStyle.media !== light) lightStyle.media = light;
  const title = [state.layer, state.network?.name, 'Fovea'].filter(Boolean).join(' · ');
  if (document.title !== title) document.title = title;
  render(page(state), place);
}

/** Says that the server is lost, and asks again when it is back; what was shown stays. */
function heed({ open, lost }) {
  if (lost) json('api/start').catch(sayLost); // a socket doesn't tell why it is shut
  else if (open && Object.values(state.faults).some((fault) => fault?.lost)) again();
}

async function begin() {
  display();
  listenToKeys();
  listenToFiles();
  listen(heed);
  connect();
  subscribe(load);
  show(display);
  show(lookAhead);
  await ask();
}

function sayLost(fault) {
  update({ faults: { ...state.faults, server: fault } });
}

/** Asks anew what failed, the very first question among it. */
function again() {
  retry();
  if (!state.start) ask();
}

async function ask() {
  try {
    const start = await json('api/start');
    const model = state.model || start.model;
    const layer = state.layer || (model === start.model ? start.layer : '');
    update({ start, model, layer, input: state.input || start.input });
  } catch (error) {
    update({ faults: { start: error } });
  }
}

begin();
