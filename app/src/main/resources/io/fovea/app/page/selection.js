// What is selected: the layer, its channel, one value. Where nobody chose, what shows most.

/** The selected layer. */
export function layerOf(state) {
  return state.network?.layers.find((each) => each.name === state.layer);
}

/** The views that a layer has. */
export function viewsOf(state, layer) {
  const views = ['activation'];
  if (hasBefore(state, layer)) views.unshift('before');
  if (['convolution', 'dense'].includes(layer?.kind)) views.push('weights');
  return views;
}

/** The view that is shown: the chosen one, where the layer has it. */
export function viewOf(state) {
  return viewsOf(state, layerOf(state)).includes(state.view) ? state.view : 'activation';
}

/** The layer whose activation is shown: the selected one, or with view "before" the one it takes. */
export function shownLayer(state) {
  const layer = layerOf(state);
  return viewOf(state) === 'before' ? layer.inputs[0] : layer?.name;
}

/**
 * Whether a channel of what is shown is one value, a bar: what came tells it, before it came the
 * layer's size.
 */
export function hasBars(state) {
  const { network, tiles, tilesFor } = state;
  const name = shownLayer(state);
  if (tiles && tilesFor?.layer === name) return tiles.head.bars;
  const [height, width] = network.layers.find((layer) => layer.name === name)?.size ?? [];
  return height * width === 1;
}

/** Whether a layer does something to one activation place by place or window by window. */
export function hasBefore(state, layer) {
  return ['activation', 'pooling', 'normalization'].includes(layer?.kind) && layer.inputs.length === 1;
}

/** The channel that is shown, from 0: the chosen one (of fewer the last), else the layer's most varied. */
export function channelOf(state) {
  const channels = layerOf(state)?.size?.[2] ?? Infinity;
  if (state.channel) return Math.min(state.channel, channels) - 1;
  return state.look?.thumbnail(state.layer)?.channel ?? 0;
}

/** The values of the channel that is shown; null while those of another are still there. */
export function planeOf(state) {
  return ofChannel(state, state.plane, state.layer);
}

/** The values of the channel before it, where the layer has one. */
export function planeBeforeOf(state) {
  const layer = layerOf(state);
  return hasBefore(state, layer) ? ofChannel(state, state.planeBefore, layer.inputs[0]) : null;
}

/** How a value of the channel that is shown came about; null while that of another is still there. */
export function valueOf(state) {
  return ofChannel(state, state.value, state.layer);
}

/** What is live is of no input. */
function ofChannel({ model, input, ...state }, given, layer) {
  const isOfInput = isLive(state.live) || (given?.input === input && given.model === model);
  return isOfInput && given?.layer === layer && given.channel === channelOf(state) ? given : null;
}

/** The order that channels stand in: the chosen one; else the likeliest class first, other channels by number. */
export function sortOf({ sort }, layer) {
  if (sort !== 'auto') return sort;
  const [height, width] = layer.size ?? [];
  return layer.tellsClasses && height * width === 1 ? 'strongest' : 'number';
}

/** The value whose arithmetic is shown, as [row, column] from 0: under the pointer, pinned, or the greatest. */
export function placeOf(state) {
  if (state.hover) return state.hover;
  const plane = planeOf(state);
  const pinned = state.at && state.at.split(',').map((part) => Number(part) - 1);
  return pinned && (!plane || isWithin(plane, pinned)) ? pinned : (plane?.peak ?? null);
}

/** An address may name a value that isn't there. */
function isWithin({ height, width }, [row, column]) {
  return row < height && column < width;
}

/** Whether what is shown are moving pictures, or one of them on its way to be an input. */
export function isLive(live) {
  return Boolean(live?.moving || live?.holding);
}

const MISSING = 404;

/** The server's answers that something can't be: it is asked wrongly, of what isn't there, or of too much. */
const REFUSALS = [400, MISSING, 413];

/** Whether a fault says that something can't be; a server that is lost or busy says nothing of that. */
export function isRefusal(fault) {
  return REFUSALS.includes(fault?.status);
}

/** Whether the network can't be run on the input that is shown; moving pictures have nothing to do with it. */
export function isRefused({ faults, live }) {
  return isRefusal(faults.look) && !isLive(live);
}

/** Why the network can't be run on the input; null where it can, or where the network itself is what is wrong. */
export function refusalOf(state) {
  return isRefused(state) && state.network?.input && !state.faults.network ? state.faults.look : null;
}

/** Whether a fault says that something isn't there. */
export function isMissing(fault) {
  return fault?.status === MISSING;
}

/** What is asked of the network's run over the input. */
const OF_RUN = ['look', 'tiles', 'plane', 'planeBefore', 'value'];

/** Whether a fault is only that the input can't be run: the input pane says so, once it is known why. */
export function isOfInput(name, fault, state) {
  if (!OF_RUN.includes(name) || !isRefusal(fault)) return false;
  const { tab, waiting, live } = state;
  return isLive(live) || Boolean(waiting?.network || waiting?.look || (tab === 'explore' && refusalOf(state)));
}

/** The colours of the channels that a layer takes, in their order, where it takes the picture itself; else null. */
export function coloursOf(network, layer) {
  const isPicture = layer.inputs.length === 1 && layer.inputs[0] === network.input?.layer && network.input.channels === 3;
  if (!isPicture) return null;
  return network.input.order === 'BGR' ? ['B', 'G', 'R'] : ['R', 'G', 'B'];
}
