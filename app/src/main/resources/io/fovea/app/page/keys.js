// The keys: the network and its channels without a mouse.

import { openHelp } from './help.js';
import { SCALES } from './layer-controls.js';
import { freeze } from './live.js';
import { channelOf, layerOf } from './selection.js';
import { state, update } from './state.js';

const KEYS = {
  ArrowDown: () => stepLayer(1),
  ArrowUp: () => stepLayer(-1),
  ArrowRight: () => stepChannel(1),
  ArrowLeft: () => stepChannel(-1),
  '/': () => document.getElementById('search')?.focus(),
  g: showOther,
  t: () => update({ scale: SCALES[(SCALES.indexOf(state.scale) + 1) % SCALES.length] }),
  z: () => update({ size: state.size >= 4 ? 1 : state.size * 2 }),
  f: freeze,
  '?': openHelp,
  Escape: () => update({ channel: 0, at: '' }),
};

export function listenToKeys() {
  window.addEventListener('keydown', (event) => {
    const writes = event.target.closest?.('input, select, textarea, [contenteditable]');
    if (event.ctrlKey || event.metaKey || event.altKey || (writes && event.key !== 'Escape')) return;
    if (document.querySelector('dialog[open]')) return; // a dialog has its own keys, Escape among them
    const act = KEYS[event.key];
    if (!act || (state.tab !== 'explore' && event.key !== '?')) return;
    event.preventDefault();
    act();
  });
}

/** The graph or the table; a focus that was in the one goes to the switch of the other. */
function showOther() {
  const pane = document.activeElement.closest('.network-pane');
  update({ show: state.show === 'graph' ? 'table' : 'graph' });
  requestAnimationFrame(() => pane?.querySelector('[aria-pressed=true]').focus());
}

function stepLayer(step) {
  const layers = state.network?.layers ?? [];
  const at = layers.findIndex((layer) => layer.name === state.layer);
  const next = layers[Math.min(Math.max(at + step, 0), layers.length - 1)];
  if (next) update({ layer: next.name, channel: 0, at: '', hover: null });
}

function stepChannel(step) {
  const count = layerOf(state)?.size?.[2] ?? 0;
  if (count) update({ channel: Math.min(Math.max(channelOf(state) + 1 + step, 1), count), at: '', hover: null });
}
