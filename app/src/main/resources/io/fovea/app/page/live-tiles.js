// What an answer to a live picture shows, in the form of api/tiles: only the channels that were on
// the screen came, the others stay as they were.

/**
 * The tiles of all channels.
 *
 * @param before those of the answer before, of the same settings, or null
 * @param counted {statistics, notFinite} of the channels, those that came last
 */
export function wholeTiles({ head, body }, before, counted) {
  const { plane: any, eachOwn, ...rest } = head;
  if (head.bars) return { head: { ...rest, ...counted }, body };
  const { channels, list, tile } = head;
  const bytes = tile.height * tile.width;
  const all = new Uint8Array(before?.body ?? channels * bytes);
  const from = new Uint8Array(body);
  list.forEach((channel, place) => all.set(from.subarray(place * bytes, (place + 1) * bytes), channel * bytes));
  const limits = eachOwn ? spread(head, before?.head.limits) : head.limits;
  return { head: { ...rest, limits, ...counted }, body: all.buffer };
}

/** A pair for each channel, that of the picture its tile is of. */
function spread({ limits, list, channels }, before = limits) {
  const all = Array.from({ length: channels }, (any, channel) => before[channel] ?? before[0] ?? [0, 1]);
  list.forEach((channel, place) => (all[channel] = limits[place]));
  return all;
}
