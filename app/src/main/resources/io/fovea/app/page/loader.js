// Fetches what the state asks for: the network, the look, the tiles of the layer. What is
// asked anew takes the place of what was asked before.

import { answerHere, answerTo } from './answers.js';
import { address, binary, isAbort, json } from './api.js';
import { channelOf, hasBefore, isLive, layerOf, placeOf, planeOf, shownLayer, viewOf } from './selection.js';
import { amend, state, update } from './state.js';

const under = new Map();

/** Brings what is shown in line with the state. */
export function load() {
  const { model, input, look } = state;
  const sides = otherSides(model, input, look);
  follow('network', model && JSON.stringify({ model, ...sides }), (how) => json('api/network', { model, ...sides }, how), takeNetwork);
  follow('look', model && input && lookQuestion(model, input), (how) => lookOf(model, input, how), (made) => ({ look: made }), NOTHING);
  if (isLive(state.live)) {
    ['tiles', 'plane', 'planeBefore', 'value'].forEach(leave); // what is live brings its own
    if (state.planeBefore) update({ planeBefore: null });
    return;
  }
  const asked = tilesAsked();
  follow('tiles', asked && JSON.stringify(asked), (how) => tilesOf(asked, how), (tiles) => ({ tiles, tilesFor: asked }));
  if (!state.network || state.tab !== 'explore') return;
  loadWeights(model);
  if (look?.model !== model || look.input !== input) return;
  loadPlanes({ model, input, channel: channelOf(state) });
  loadValue({ model, input, channel: channelOf(state), layer: state.layer });
}

/** What can't be looked at shows nothing: what is of another input mustn't stand under its name. */
const NOTHING = { look: null, tiles: null, tilesFor: null, plane: null, planeBefore: null, value: null };

/**
 * The sides of an array that the network was not made for: its layers' sizes are others then. What the
 * input before had holds until it is known what this one has.
 */
function otherSides(model, input, look) {
  const own = state.network?.input;
  if (own && state.networkFor === model && look?.model === model && look.input === input) {
    const { height, width } = look.sides;
    state.sides = { model, other: height === own.height && width === own.width ? {} : { height, width } };
  }
  return state.sides?.model === model && !state.faults.look ? state.sides.other : {};
}

function loadWeights(model) {
  const { layer } = state;
  const filter = channelOf(state); // a filter makes a channel
  const about = viewOf(state) === 'weights' && `${model}\n${layer}\n${filter}`;
  follow('weights', about, (how) => binary('api/weights', { model, layer, filter }, how), (weights) => ({ weights, weightsFor: about }));
}

/** The selected channel, and of a ReLU or pooling the channel before; the montage comes first. */
function loadPlanes(asked) {
  const layer = layerOf(state);
  if (!layer?.size || under.get('tiles')?.running) return;
  const [own, before] = [{ ...asked, layer: layer.name }, { ...asked, layer: layer.inputs[0] }];
  follow('plane', JSON.stringify(own), (how) => channelPlane(own, how), (plane) => ({ plane }));
  if (hasBefore(state, layer)) {
    follow('planeBefore', JSON.stringify(before), (how) => channelPlane(before, how), (planeBefore) => ({ planeBefore }));
  } else if (state.planeBefore) {
    leave('planeBefore');
    update({ planeBefore: null });
  }
}

/** One question at a time: while the pointer moves, only where it is now counts. */
function loadValue(asked) {
  const plane = planeOf(state);
  if (!plane || under.get('value')?.running) return;
  const [row, column] = placeOf(state);
  const [, , channels] = layerOf(state).size;
  if (row >= plane.height || column >= plane.width || asked.channel >= channels) return;
  const about = { ...asked, row, column };
  follow('value', JSON.stringify(about), (how) => json('api/explain', about, how), (value) => ({ value: { ...value, ...about } }));
}

async function channelPlane(asked, how) {
  const { model, input } = asked;
  const { head, body } = await binary('api/channel', asked, how);
  return planeFrom({ ...head, model, input }, new Float32Array(body));
}

/** A channel's values with where they lie: {layer, channel, height, width, values, mean, limits, peak ..}. */
export function planeFrom(head, values) {
  let [least, greatest] = [Infinity, -Infinity];
  let [sum, squares, peak] = [0, 0, 0];
  values.forEach((value, i) => {
    sum += value;
    if (!Number.isFinite(value)) return;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
    if (!(value <= values[peak])) peak = i;
  });
  if (least > greatest) [least, greatest] = [0, 1]; // nothing is finite
  const mean = sum / values.length;
  values.forEach((value) => (squares += (value - mean) ** 2));
  return {
    ...head,
    values,
    mean,
    deviation: Math.sqrt(squares / values.length),
    peak: [Math.floor(peak / head.width), peak % head.width],
    least,
    greatest,
    limits: [least, greatest],
  };
}

/** The look of a network at an input: scores, and a small picture of each layer. */
export function lookOf(model, input, { kind, signal }) {
  return answerTo(lookQuestion(model, input), (own) => askLook(model, input, { kind, signal: own }), signal);
}

function lookQuestion(model, input) {
  return `${model}\n${input}`;
}

async function askLook(model, input, options) {
  const { head, body } = await binary('api/look', { model, input, size: 36 }, options);
  const pictures = new Map(
    head.thumbnails.map((each) => [
      each.layer,
      { ...each, bytes: new Uint8Array(body, each.offset, each.height * each.width) },
    ]),
  );
  return { ...head, model, input, thumbnail: (layer) => pictures.get(layer) };
}

/** The tiles of a layer. */
export function tilesOf(asked, { kind, signal }) {
  return answerTo(JSON.stringify(asked), (own) => askTiles(asked, { kind, signal: own }), signal);
}

async function askTiles(asked, how) {
  const { head, body } = await binary('api/tiles', asked, how);
  if (!head.bars) addRows(new Uint8Array(body), head.tile);
  return { head, body };
}

/** Each level came as its difference to the one above it. */
function addRows(levels, { height, width }) {
  for (let tile = 0; tile < levels.length; tile += height * width) {
    for (let i = tile + width; i < tile + height * width; i++) levels[i] += levels[i - width];
  }
}

/** Where the input is as the network sees it. */
export function seenAddress(model, input) {
  return address('api/inputs/picture', { model, input });
}

/** What is there, decoded. */
export function seenPicture(where) {
  return answerTo(where, async () => {
    const picture = new Image();
    picture.src = where;
    await picture.decode();
    return picture;
  });
}

/** What the tiles of the layer that is shown are asked by; null where none are shown. */
export function tilesAsked() {
  const { model, input, tab } = state;
  const layer = state.network ? shownLayer(state) : firstLayer(state);
  if (!input || !layer || tab !== 'explore' || viewOf(state) === 'weights') return null;
  return { model, input, layer, scale: state.scale, size: 64 * state.size };
}

/** The layer that the page begins with needn't wait for the network. */
function firstLayer({ start, model, layer }) {
  return start?.model === model && start.layer === layer ? layer : null;
}

function takeNetwork(network) {
  const known = network.layers.some((layer) => layer.name === state.layer);
  const first = network.layers.find((layer) => layer.kind === 'convolution') ?? network.layers[0]; // as api/start
  const unknownLayer = known ? '' : state.layer;
  return {
    network,
    networkFor: state.model,
    layer: known ? state.layer : first.name,
    channel: unknownLayer ? 0 : state.channel,
    unknownLayer,
  };
}

/** Does a piece of work anew when what it is about has changed; the newest counts and ends the one before. */
async function follow(name, about, work, take, without = {}) {
  const before = under.get(name);
  if (!about) {
    leave(name);
    return;
  }
  if (before?.about === about) return;
  before?.request.abort();
  const request = new AbortController();
  const here = answerHere(about);
  if (here) {
    under.set(name, { about, request });
    amend({ ...take(here), ...settled(name, undefined) });
    return;
  }
  const mine = { about, running: true, request };
  under.set(name, mine);
  update({ waiting: { ...state.waiting, [name]: true } });
  try {
    const made = await work({ signal: request.signal, kind: name });
    mine.running = false;
    if (under.get(name) === mine) amend({ ...take(made), ...settled(name, undefined) });
  } catch (error) {
    mine.running = false;
    if (request.signal.aborted || under.get(name) !== mine) return;
    if (isAbort(error)) {
      under.delete(name); // the server dropped it, not this page: it is asked again
      update({});
    } else {
      const isAnswered = Boolean(error.status) && !error.busy;
      update({ ...(isAnswered ? without : {}), ...settled(name, error) });
    }
  }
}

/** Asks no more for it; what is under way doesn't count. */
function leave(name) {
  const before = under.get(name);
  if (!before) return;
  before.request.abort();
  under.delete(name);
  if (before.running || state.faults[name]) update(settled(name, undefined));
}

function settled(name, fault) {
  return {
    waiting: { ...state.waiting, [name]: false },
    faults: { ...state.faults, [name]: fault },
  };
}

/** Tries again what failed, the picture among it. */
export function retry() {
  Object.entries(state.faults).forEach(([name, fault]) => fault && under.delete(name));
  update({ faults: {}, inputFault: '', unseen: false, attempt: (state.attempt ?? 0) + 1 });
}
