// A new input is shown when all that belongs to it is here: one change of the page in place of four.

import { SHORT } from './late.js';
import { lookOf, seenAddress, seenPicture, tilesAsked, tilesOf } from './loader.js';
import { state } from './state.js';

/**
 * Until the page has what it will show of an input; of one that takes longer than a blink, what is
 * not here by then comes when it is shown.
 */
export async function arrival(input, signal) {
  const { model, network } = state;
  const asked = tilesAsked();
  const parts = [lookOf(model, input, { signal, kind: 'arriving-look' })];
  if (asked) parts.push(tilesOf({ ...asked, input }, { signal, kind: 'arriving-tiles' }));
  if (network?.input) parts.push(seenPicture(seenAddress(model, input)));
  await Promise.race([Promise.allSettled(parts), new Promise((resolve) => setTimeout(resolve, SHORT))]);
}
