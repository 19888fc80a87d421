// What ? opens: the keys of the view that is open, and the lesson's text about what is shown there.

import { html, nothing, render } from 'lit-html';
import { address } from './api.js';
import { turns } from './newest.js';
import { go, state } from './state.js';
import { language, t } from './words.js';

const ALWAYS = [
  ['?', 'keys.help'],
  ['Tab', 'keys.focus'],
];

/** The keys of each view, and of what has the focus in it. */
const KEYS = {
  explore: {
    all: [
      ['↑ ↓', 'keys.layers'],
      ['← →', 'keys.channels'],
      ['/', 'keys.search'],
      ['g', 'keys.table'],
      ['t', 'keys.scale'],
      ['z', 'keys.zoom'],
      ['f', 'keys.freeze'],
      ['Esc', 'keys.leave'],
    ],
    focused: {
      'keys.onPicture': [
        ['Enter', 'keys.boxSet'],
        ['← ↑ → ↓', 'keys.boxMove'],
        ['Shift ← ↑ → ↓', 'keys.boxSize'],
        ['Delete', 'keys.boxOff'],
      ],
      'keys.onGraph': [['Enter', 'keys.block']],
      'keys.onMontage': [
        ['← ↑ → ↓', 'keys.tile'],
        ['Home End', 'keys.ends'],
      ],
      'keys.onChannel': [
        ['← ↑ → ↓', 'keys.value'],
        ['Shift ← ↑ → ↓', 'keys.valueFar'],
      ],
    },
  },
  compare: {
    all: [],
    focused: {
      'keys.onRows': [['↑ ↓', 'keys.layers']],
      'keys.onMontages': [
        ['← ↑ → ↓', 'keys.tile'],
        ['Home End', 'keys.ends'],
        ['Enter', 'keys.explore'],
      ],
    },
  },
  train: {
    all: [],
    focused: {
      'keys.onPlot': [
        ['← →', 'keys.point'],
        ['Home End', 'keys.pointEnds'],
        ['Esc', 'keys.pointOff'],
      ],
    },
  },
};

/** The pooling that the lesson tells with the scores. */
const GLOBAL = 'Global Average Pooling';

const turn = turns();

let dialog;

export async function openHelp() {
  dialog ??= document.body.appendChild(document.createElement('dialog'));
  dialog.className = `help in-${state.tab}`;
  show(nothing);
  dialog.showModal();
  const signal = turn();
  const text = await lesson(subject());
  if (!signal.aborted) show(text);
}

/** What the lesson is asked about: the kind of layer that is selected, or how a network is taught. */
function subject() {
  if (state.tab === 'train') return 'transfer-learning';
  const layer = state.network?.layers.find((each) => each.name === state.layer);
  return layer?.type === GLOBAL ? 'global-pooling' : (layer?.kind ?? 'activations');
}

/** The lesson's part about something, or that it didn't come. */
async function lesson(about) {
  try {
    const answer = await fetch(address('api/lesson', { language: language(), about }));
    if (answer.ok) return fragment(await answer.text());
  } catch {
    // the server is lost
  }
  return html`<p role="alert">${t('help.noLesson')}</p>`;
}

export function closeHelp() {
  dialog?.close();
}

/** The lesson comes from our own server, which renders it from our own text. */
function fragment(text) {
  const parsed = new DOMParser().parseFromString(text, 'text/html');
  const article = document.createElement('article');
  article.className = 'lesson';
  article.append(...parsed.body.childNodes);
  article.addEventListener('click', follow);
  return article;
}

/** The lesson's links into the page are followed in place. */
function follow(event) {
  const href = event.target.closest('a')?.getAttribute('href');
  if (!href?.startsWith('?')) return;
  event.preventDefault();
  closeHelp();
  go(href);
}

function keys(list) {
  return html`<dl class="keys">
    ${list.map(([key, words]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${t(words)}</dd></div>`)}
  </dl>`;
}

function show(text) {
  const { all, focused } = KEYS[state.tab];
  dialog.setAttribute('aria-label', t('help.title'));
  render(
    html`<div class="help-head">
        <h2>${t('help.title')}</h2>
        <button @click=${closeHelp}>${t('help.close')}</button>
      </div>
      ${keys([...all, ...ALWAYS])}
      ${Object.entries(focused).map(([where, there]) => html`<h3 class="label">${t(where)}</h3>${keys(there)}`)}
      ${text}`,
    dialog,
  );
}
