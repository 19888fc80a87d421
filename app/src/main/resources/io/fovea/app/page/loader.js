// Fetches what the state asks for: the network, the look, the tiles of the layer. What is
// asked anew takes the place of what was asked before.

import { binary, isAbort, json } from './api.js';
import { state, update } from './state.js';

const under = new Map();
const kept = new Map();
const MOST_KEPT = 24;

/** Brings what is shown in line with the state. */
export function load() {
  follow('network', state.model, () => json('api/network', { model: state.model }), takeNetwork);
  follow('look', key(state.model, state.input), () => lookOf(state.model, state.input), (look) => ({ look }));
  const asked = tilesAsked();
  follow('tiles', asked && JSON.stringify(asked), () => tilesOf(asked), (tiles) => ({ tiles, tilesFor: asked }));
}

/** The look of a network at an input: scores, and a small picture of each layer. */
export async function lookOf(model, input, options) {
  const { head, body } = await binary('api/look', { model, input, size: 36 }, options);
  const pictures = new Map(
    head.thumbnails.map((each) => [
      each.layer,
      { ...each, bytes: new Uint8Array(body, each.offset, each.height * each.width) },
    ]),
  );
  return { ...head, thumbnail: (layer) => pictures.get(layer) };
}

/** The tiles of a layer; those asked for last are still here. */
export async function tilesOf(asked, options) {
  const name = JSON.stringify(asked);
  const found = kept.get(name);
  if (found) {
    kept.delete(name);
    kept.set(name, found);
    return found;
  }
  const tiles = await binary('api/tiles', asked, options);
  kept.set(name, tiles);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
  return tiles;
}

/** Forgets what it holds, where the same address may give something else now. */
export function forget() {
  kept.clear();
  under.clear();
}

function tilesAsked() {
  const { model, input, network, tab, view } = state;
  const layer = shownLayer();
  if (!network || !input || !layer || tab !== 'explore' || view === 'weights') return null;
  return { model, input, layer, scale: state.scale, size: 64 * state.size };
}

/** The layer whose activation is shown: the selected one, or the one before it. */
export function shownLayer() {
  const layer = state.network?.layers.find((each) => each.name === state.layer);
  return state.view === 'before' && layer?.inputs.length === 1 ? layer.inputs[0] : layer?.name;
}

function takeNetwork(network) {
  const known = network.layers.some((layer) => layer.name === state.layer);
  const first = network.layers.find((layer) => layer.kind === 'convolution') ?? network.layers[0];
  return { network, layer: known ? state.layer : first.name, channel: known ? state.channel : 0 };
}

function key(model, input) {
  return model && input ? `${model}\n${input}` : '';
}

/** Does a piece of work anew when what it is about has changed; the newest counts. */
async function follow(name, about, work, take) {
  const before = under.get(name);
  if (!about || before?.about === about) return;
  const mine = { about };
  under.set(name, mine);
  update({ waiting: { ...state.waiting, [name]: true } });
  try {
    const made = await work();
    if (under.get(name) === mine) update({ ...take(made), ...settled(name, undefined) });
  } catch (error) {
    if (!isAbort(error) && under.get(name) === mine) update(settled(name, error));
  }
}

function settled(name, fault) {
  return {
    waiting: { ...state.waiting, [name]: false },
    faults: { ...state.faults, [name]: fault },
  };
}

/** Tries again what failed. */
export function retry() {
  Object.entries(state.faults).forEach(([name, fault]) => fault && under.delete(name));
  update({ faults: {} });
}
