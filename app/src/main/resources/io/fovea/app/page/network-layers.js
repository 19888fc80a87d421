// What graph and table both know of layers.

import { state, update } from './state.js';
import { size } from './words.js';

/** Whether a search finds a layer: by its name, its type or what it is. */
export function isFound(layer, search) {
  if (!search) return true;
  const text = search.trim().toLowerCase();
  return [layer.name, layer.type, layer.kind].some((each) => each.toLowerCase().includes(text));
}

/** Makes a layer the selected one: of graph and table alike. */
export function select(name) {
  update({ layer: name, channel: 0, at: '' });
}

/** The size of a layer's activation; nothing where a fault keeps it from having one. */
export function sizeOf(layer) {
  return layer?.size ? size(layer.size) : '–';
}

/** The blocks shown in place, from the address. */
export function openBlocks(open) {
  return (open || '').split(',').filter(Boolean);
}

/** Opens a block in its place, or closes it. */
export function toggleBlock(id) {
  const open = openBlocks(state.open);
  const others = open.filter((each) => each !== id);
  update({ open: (others.length < open.length ? others : [...open, id]).join(',') });
}

/** The layers of a network by their names, made once for each network. */
export function byName(network) {
  if (!tables.has(network)) {
    tables.set(network, new Map(network.layers.map((layer) => [layer.name, layer])));
  }
  return tables.get(network);
}

const tables = new WeakMap();
