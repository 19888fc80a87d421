// While a person goes from layer to layer, the next one's tiles are fetched before they are asked for.

import { tilesAsked, tilesOf } from './loader.js';

let place = -1; // of the layer that is shown
let step = 0; // how far it is from the one before
let done = ''; // for which tiles the next were fetched
let next = ''; // which those are
let request = new AbortController();

/** Fetches the layer that comes next in the direction of the last step, once all else is there. */
export function lookAhead({ network, waiting = {}, live, tiles, tilesFor }) {
  const asked = tilesAsked();
  if (!network || !asked || live) return;
  const name = JSON.stringify(asked);
  follow(network.layers.findIndex((layer) => layer.name === asked.layer), name);
  const isThere = tiles && JSON.stringify(tilesFor) === name && !Object.values(waiting).some(Boolean);
  if (!isThere || name === done) return;
  done = name;
  const layer = Math.abs(step) === 1 ? network.layers[place + step] : null;
  if (!layer?.size) return;
  request.abort();
  request = new AbortController();
  const ahead = { ...asked, layer: layer.name };
  next = JSON.stringify(ahead);
  tilesOf(ahead, { signal: request.signal, kind: 'ahead' }).catch(() => {}); // it is asked again when it is wanted
}

function follow(now, name) {
  if (now === place) return;
  if (name !== next) request.abort();
  done = '';
  step = place < 0 ? 0 : now - place;
  place = now;
}
