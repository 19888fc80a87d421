// Tiles put into the pixels of a canvas, one value of the picture at a time: on a page of hundreds of
// tiles far sooner done than as many calls of drawImage.

import { MAPS } from './colour.js';

const ONE = 256; // weights between two values are 256ths

/**
 * Paints levels from 0 to 255 into a rectangle.
 *
 * @param target {pixels: a Uint32Array, width}
 * @param tile {levels, from: where the tile begins among them, height, width}
 * @param place {x, y, width, height} in pixels of the target, which it must not leave
 * @param smooth whether what lies between two values is mixed from them; else each is a square
 */
export function paintTile(target, tile, place, { map, smooth }) {
  const columns = steps(tile.width, place.width, smooth);
  const rows = steps(tile.height, place.height, smooth);
  const paintRow = smooth ? mixedRow : squareRow;
  for (let y = 0; y < place.height; y++) {
    paintRow(target.pixels, (place.y + y) * target.width + place.x, tile, rows, y, columns, MAPS[map]);
  }
}

/** For each pixel which value it shows, or which two are mixed, and how much of the second. */
function steps(values, pixels, smooth) {
  const first = new Int32Array(pixels);
  const second = new Int32Array(pixels);
  const share = new Int32Array(pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const at = ((pixel + 0.5) * values) / pixels - (smooth ? 0.5 : 0);
    const below = Math.min(Math.max(Math.floor(at), 0), values - 1);
    first[pixel] = below;
    second[pixel] = Math.min(below + 1, values - 1);
    share[pixel] = Math.max(0, Math.round((at - below) * ONE));
  }
  return { first, second, share };
}

function squareRow(pixels, to, { levels, from, width }, rows, y, columns, colours) {
  const row = from + rows.first[y] * width;
  for (let x = 0; x < columns.first.length; x++) pixels[to + x] = colours[levels[row + columns.first[x]]];
}

function mixedRow(pixels, to, { levels, from, width }, rows, y, { first, second, share }, colours) {
  const [top, bottom] = [from + rows.first[y] * width, from + rows.second[y] * width];
  const down = rows.share[y];
  for (let x = 0; x < first.length; x++) {
    const across = share[x];
    const above = levels[top + first[x]] * (ONE - across) + levels[top + second[x]] * across;
    const below = levels[bottom + first[x]] * (ONE - across) + levels[bottom + second[x]] * across;
    pixels[to + x] = colours[(above * (ONE - down) + below * down + ONE * ONE * 0.5) >> 16];
  }
}
