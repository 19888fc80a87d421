// How files come in: chosen, dropped anywhere on the page, or pasted.

import { json, post } from './api.js';
import { arrival } from './arrival.js';
import { startFilm, stopLive } from './live.js';
import { turns } from './newest.js';
import { state, subscribe, update } from './state.js';
import { sentenceOf, t, whole } from './words.js';

/** What may be opened as an array; everything else is a picture or a film. */
export const ARRAYS = '.npy,.npz,.csv,.mat';
export const PICTURES = 'image/*,video/*';

const turn = turns();
let described = '';

/**
 * Sends a file; what was shown stays until the new one is through, or if it is broken. Whatever is
 * chosen meanwhile takes its place.
 */
export async function take(file) {
  if (file.type.startsWith('video/')) {
    leave();
    return startFilm(file);
  }
  const signal = turn();
  update({ waiting: { ...state.waiting, send: true }, inputFault: '' });
  try {
    const query = { name: file.name || 'pasted.png', ahead: state.model };
    const taken = await post('api/inputs', query, file, { signal });
    if (!signal.aborted) await choose(taken.id, taken);
  } catch (error) {
    if (signal.aborted) return;
    leave();
    update({ inputFault: sentenceOf(error) });
  }
}

/** One picture is explored at a time; of others it is said that they aren't. */
async function takeFirst([file, ...others]) {
  if (!file) return;
  await take(file);
  if (others.length > 0 && !state.inputFault) update({ inputFault: t('input.oneOfMany', { name: file.name, count: whole(others.length + 1) }) });
}

/** Shows an input that the server knows, when what belongs to it is here. */
export async function choose(input, taken = null, source = undefined) {
  const signal = turn();
  update({ waiting: { ...state.waiting, send: true }, inputFault: '' });
  await arrival(input, signal);
  if (signal.aborted) return;
  leave();
  stopLive();
  update({ input, taken: taken ?? (input === state.input ? state.taken : null), box: '', at: '', source });
}

/** What is being sent is no longer wanted. */
export function leave() {
  turn();
  if (state.waiting?.send) update({ waiting: { ...state.waiting, send: false } });
}

/** Name, kind and size of the input, where a link named it; asked once while it is the input. */
async function describe({ input, taken }) {
  if (described === input) return;
  described = input;
  leave(); // something else was chosen, going back among it
  if (!input || taken?.id === input) return;
  try {
    const found = await json('api/inputs', { input });
    if (state.input === input) update({ taken: found });
  } catch {
    // the look says what is wrong with it
  }
}

/** Whether what is dragged are files. */
export function hasFiles(event) {
  return [...(event.dataTransfer?.types ?? [])].includes('Files');
}

let depth = 0;

function drag(step) {
  return (event) => {
    if (!hasFiles(event)) return;
    depth = Math.max(0, depth + step);
    const dragging = depth > 0;
    if (dragging !== Boolean(state.dragging)) update({ dragging });
  };
}

/** Listens to what is dropped and pasted. */
export function listenToFiles() {
  subscribe(describe);
  window.addEventListener('dragenter', drag(1));
  window.addEventListener('dragleave', drag(-1));
  window.addEventListener('dragover', (event) => {
    if (!hasFiles(event) || event.defaultPrevented) return; // a place of its own takes it
    event.preventDefault();
    event.dataTransfer.dropEffect = state.tab === 'explore' ? 'copy' : 'none';
  });
  window.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth = 0;
    update({ dragging: false });
    if (state.tab === 'explore') takeFirst([...event.dataTransfer.files]);
  });
  window.addEventListener('paste', (event) => {
    const [file] = event.clipboardData.files;
    if (file && state.tab === 'explore') take(file);
  });
}
