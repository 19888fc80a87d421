// While a person goes from layer to layer, the next one's tiles are fetched before they are asked for.

import { tilesAsked, tilesOf } from './loader.js';

let place = -1; // of the layer that is shown
let step = 0; // how far it is from the one before
let done = ''; // for which tiles the next were fetched
let request = new AbortController();

/** Fetches the layer that comes next in the direction of the last step, once all else is there. */
export function lookAhead({ network, waiting = {}, live, tiles, tilesFor }) {
  const asked = tilesAsked();
  if (!network || !asked || live) return;
  follow(network.layers.findIndex((layer) => layer.name === asked.layer));
  const name = JSON.stringify(asked);
  const isThere = tiles && JSON.stringify(tilesFor) === name && !Object.values(waiting).some(Boolean);
  if (!isThere || name === done) return;
  done = name;
  const next = Math.abs(step) === 1 ? network.layers[place + step] : null;
  if (!next?.size) return;
  request = new AbortController();
  tilesOf({ ...asked, layer: next.name }, { signal: request.signal, kind: 'ahead' }).catch(() => {}); // it is asked again when it is wanted
}

function follow(now) {
  if (now === place) return;
  request.abort();
  step = place < 0 ? 0 : now - place;
  place = now;
}
