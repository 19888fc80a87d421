// Tiles put into the pixels of a canvas, one value of the picture at a time: on a page of hundreds of
// tiles far sooner done than as many calls of drawImage.

import { MAPS } from './colour.js';

const ONE = 256; // weights between two values are 256ths

/**
 * A function that paints tiles of one size, with levels from 0 to 255, into rectangles of one size.
 *
 * <p>It takes the target {pixels: a Uint32Array, width}, the tile {levels, from: where it begins
 * among them}, and the corner {x, y} in pixels of the target, which the rectangle must not leave.
 *
 * @param tile {height, width} in values
 * @param side {height, width} of a rectangle in pixels
 * @param smooth whether what lies between two values is mixed from them; else each is a square
 */
export function tilePainter(tile, side, { map, smooth }) {
  const columns = steps(tile.width, side.width, smooth);
  const rows = steps(tile.height, side.height, smooth);
  const paintRow = smooth ? mixedRow : squareRow;
  return (target, { levels, from }, { x, y }) => {
    const own = { levels, from, width: tile.width };
    for (let row = 0; row < side.height; row++) {
      paintRow(target.pixels, (y + row) * target.width + x, own, rows, row, columns, MAPS[map]);
    }
  };
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
