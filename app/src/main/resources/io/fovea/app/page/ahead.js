// While a person goes from layer to layer, the next one's tiles are fetched before they are asked for.

import { tilesAsked, tilesOf } from './loader.js';

let shown = ''; // what was on the screen when this looked last
let at = -1; // the place of its layer
let request = new AbortController();

/** Fetches the layer that comes next in the direction of the last step, once all else is there. */
export function lookAhead({ network, waiting = {}, live, tiles, tilesFor }) {
  const asked = tilesAsked();
  const name = JSON.stringify(asked);
  if (!asked || live || !tiles || JSON.stringify(tilesFor) !== name || Object.values(waiting).some(Boolean) || name === shown) return;
  request.abort();
  const before = at;
  shown = name;
  at = network.layers.findIndex((layer) => layer.name === asked.layer);
  const next = Math.abs(at - before) === 1 && before >= 0 && network.layers[2 * at - before];
  if (!next?.size) return;
  request = new AbortController();
  tilesOf({ ...asked, layer: next.name }, { signal: request.signal, kind: 'ahead' }).catch(() => {}); // it is asked again when it is wanted
}
