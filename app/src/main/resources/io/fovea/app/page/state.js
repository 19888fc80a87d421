// The page's state: one object, changed by update(), mirrored in the address.

/** What the address holds, with what stands for each when it is left out. */
const IN_ADDRESS = {
  tab: 'explore',
  model: '',
  input: '',
  layer: '',
  channel: 0, // from 1, as in MATLAB; 0: none
  at: '', // row,column of the pinned value
  show: 'graph', // graph | table
  open: '', // blocks shown in place, by commas
  view: 'activation', // activation | before | weights
  scale: 'layer',
  map: 'auto',
  sort: 'auto', // the strongest classes first, other channels by number
  size: 1, // how large the tiles are
  overlay: '',
  box: '', // top,left,bottom,right in the prepared picture
  among: 'relu', // relu | all: the layers that a box is looked for in
  otherModel: '',
  otherInput: '',
  pairScale: 'channel', // channel | layer: what a pair of channels is scaled by
  scratch: '', // 1: a training begins with random weights
  base: '', // the network that a training begins with
  folder: '', // that the training tab shows, and learns from where it can
  called: '', // what the trained network's name will be
  validation: '0.2', // of this and the following, what is empty is left to the server
  epochs: '',
  batch: '',
  rate: '',
  augmentation: '',
  keep: 'best', // best | last
  seed: '1',
  language: '',
  theme: '',
};

/** How large tiles may be. */
export const SIZES = [1, 2, 4];

const among = (...words) => (text) => words.includes(text);
const upTo = (most) => (text) => /^\d*$/.test(text) && text <= most;

/** What can't be, though an address may say it, is left out. */
const POSSIBLE = {
  channel: (number) => Number.isInteger(number) && number >= 0,
  size: (number) => SIZES.includes(number),
  tab: among('explore', 'compare', 'train'),
  show: among('graph', 'table'),
  view: among('activation', 'before', 'weights'),
  scale: (text) => /^(none|layer|channel|symmetric|-?[\d.]+(e[+-]?\d+)?%?:-?[\d.]+(e[+-]?\d+)?%?)$/i.test(text),
  map: among('auto', 'gray', 'viridis', 'signed'),
  sort: among('auto', 'number', 'strongest', 'mean', 'sparsity'),
  among: among('relu', 'all'),
  pairScale: among('channel', 'layer'),
  scratch: among('', '1'),
  called: (text) => /^[\w.-]{0,60}$/.test(text),
  validation: among('0.1', '0.2', '0.25', '0.3', '0.4'),
  epochs: upTo(1000),
  batch: upTo(1024),
  rate: (text) => text === '' || (text > 0 && text <= 100),
  augmentation: among('', 'none', 'flip', 'standard'),
  keep: among('best', 'last'),
  seed: upTo(1e9),
  language: among('', 'en', 'ko'),
  theme: among('', 'light', 'dark'),
  at: (text) => /^([1-9]\d*,[1-9]\d*)?$/.test(text),
  box: (text) => /^(\d+(,\d+){3})?$/.test(text),
};

/** A change of one of these can be gone back from. */
const STEPS = ['tab', 'model', 'input', 'layer'];

/** What is chosen for a training; the other tabs leave it as it is. */
const TRAINING = [
  'scratch', 'base', 'folder', 'called', 'validation', 'epochs', 'batch', 'rate', 'augmentation', 'keep', 'seed',
];

/** Steps of one kind that follow each other within so many milliseconds, as of a key held down, are one. */
const ONE_STEP = 500;

/** When an address that the browser didn't take is given to it again: it takes only so many in ten seconds. */
const LATER = 2_000;

/** What is another model's or another input's goes with it, unless the change itself brings anew. */
const BELONGS_TO = {
  model: {
    network: null, look: null, tiles: null, tilesFor: null, plane: null, planeBefore: null, weights: null, weightsFor: null,
    value: null, hover: null, channel: 0, at: '', box: '', open: '', unseen: false,
  },
  input: { taken: null, inputName: undefined, hover: null, at: '', box: '', unseen: false },
  layer: { unknownLayer: '' },
  otherInput: { otherInputName: undefined },
};

/** Everything the page shows; read it, and change it by update() alone. */
export const state = { ...fromAddress(), start: null, network: null, look: null, faults: {} };

const listeners = new Set();
const views = new Set();
let changed = false;
let settling = false;
let step = ''; // what the change is a step of that the address doesn't tell yet
let last = { step: '', at: -Infinity };
let later = 0;

/** Merges a change; soon after tells the listeners, draws the views, and mirrors it in the address. */
export function update(patch) {
  merge(patch, STEPS.find((name) => isAnother(name, patch)));
}

/** The same where it follows from what was chosen before: no step of its own to go back from. */
export function amend(patch) {
  merge(patch);
}

function isAnother(name, patch) {
  return name in patch && state[name] !== '' && patch[name] !== state[name];
}

function merge(patch, kind = '') {
  for (const [name, those] of Object.entries(BELONGS_TO)) {
    if (isAnother(name, patch)) Object.assign(state, those);
  }
  Object.assign(state, patch);
  step ||= kind;
  changed = true;
  if (!settling) {
    settling = true;
    queueMicrotask(settle);
  }
}

/** What follows from a change may change more; the views show what it comes to, once. */
function settle() {
  while (changed) {
    changed = false;
    listeners.forEach(tell);
  }
  settling = false;
  views.forEach(tell);
  mirror();
}

/** A listener or view that fails takes none of the others with it. */
function tell(listener) {
  try {
    listener(state);
  } catch (error) {
    reportError(error);
  }
}

/** Calls a function when nothing more follows from a change. */
export function show(view) {
  views.add(view);
}

/** Calls a function after each change, which may make others; gives a function that ends this. */
export function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The page's address with some of the state changed, for links. */
export function link(patch = {}) {
  const query = new URLSearchParams();
  const { tab } = { ...state, ...patch };
  for (const [name, otherwise] of Object.entries(IN_ADDRESS)) {
    const value = name in patch ? patch[name] : state[name];
    if (tab !== 'train' && TRAINING.includes(name)) continue; // a folder of this machine is nobody else's business
    if (String(value) !== String(otherwise)) query.set(name, value);
  }
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
}

/** Goes where a link of the page leads; one that names no layer leaves all else as it is. */
export function go(href) {
  const { search } = new URL(href, location.href);
  const names = new URLSearchParams(search);
  const there = Object.entries(at(search));
  update(Object.fromEntries(names.has('layer') ? there : there.filter(([name]) => names.has(name))));
}

/** What an address asks for, in the person's own language and theme. */
function at(search) {
  const { language, theme, model, input } = state;
  const there = fromAddress(search);
  const chosen = there.tab === 'train' ? [] : TRAINING.map((name) => [name, state[name]]);
  return {
    ...there, ...Object.fromEntries(chosen), language, theme, model: there.model || model, input: there.input || input,
  };
}

function mirror() {
  const kind = step;
  step = '';
  const now = link();
  if (now === location.search || (now === location.pathname && location.search === '')) return;
  try {
    history[isNew(kind) ? 'pushState' : 'replaceState'](null, '', now);
  } catch {
    clearTimeout(later);
    later = setTimeout(mirror, LATER);
  }
}

/** Whether a step is one of its own, and not the last one gone on with. */
function isNew(kind) {
  if (!kind) return false;
  const before = last;
  last = { step: kind, at: performance.now() };
  return kind !== before.step || last.at - before.at > ONE_STEP;
}

function fromAddress(search = location.search) {
  const query = new URLSearchParams(search);
  const given = {};
  for (const [name, otherwise] of Object.entries(IN_ADDRESS)) {
    const text = query.get(name);
    const value = typeof otherwise === 'number' ? Number(text) : (text ?? otherwise);
    given[name] = text === null || POSSIBLE[name]?.(value) === false ? otherwise : value;
  }
  return given;
}

window.addEventListener('popstate', () => {
  last = { step: '', at: -Infinity }; // what is chosen now doesn't go on with what was gone back from
  merge(at(location.search));
});
