// What a montage looks like: tiles in rows, the values in them, and what is written on them.

import { colour, font } from './palette.js';
import { tilePainter } from './tile-painter.js';

export const GAP = 3;
const LEAST_TILE = 24;
const COMFORTABLE = 62;
const LARGE_TILE = 96;
const LARGEST_TILE = 192; // where all have room
const NUMBERED = 40; // a smaller tile has no room for its number
const MOST_SIDE = 8192; // pixels of a picture to save: what is larger, not every browser makes

export class MontageDrawing {
  /** What to draw, as the montage is told. */
  shown = {};

  columns = 1;
  #image = new ImageData(1, 1);
  #tile = LEAST_TILE;

  /** The channels in the order that is shown, from 0. */
  get order() {
    const { order, size } = this.shown;
    return order ?? Array.from({ length: size?.[2] ?? 0 }, (any, channel) => channel);
  }

  get rowCount() {
    return Math.ceil(this.order.length / this.columns);
  }

  get stride() {
    return this.#tile + GAP;
  }

  /**
   * As many tiles a row as are comfortable; never a tile under the least, then it scrolls. Where larger
   * ones all have room, they are larger.
   *
   * @param height of what they have room in, or 0
   */
  measure(width, height) {
    const { zoom = 1 } = this.shown;
    const count = this.order.length;
    const square = Math.ceil(Math.sqrt(count));
    const fit = Math.floor((width + GAP) / (COMFORTABLE * zoom + GAP));
    this.columns = Math.max(1, Math.min(Math.max(fit, 1), Math.max(square, 4)));
    this.#tile = Math.max(LEAST_TILE, Math.floor(width / this.columns) - GAP);
    this.#tile = Math.min(this.#tile, LARGE_TILE * zoom);
    this.columns = Math.max(1, Math.min(count, Math.floor((width + GAP) / (this.#tile + GAP))));
    for (let columns = Math.min(this.columns, count); columns > 0; columns--) {
      const rows = Math.ceil(count / columns);
      const tile = Math.min(Math.floor(width / columns) - GAP, LARGEST_TILE);
      if (tile <= this.#tile || rows * (tile + GAP) > height) continue;
      this.#tile = tile;
      this.columns = Math.ceil(count / rows); // rows alike, as far as they can be
    }
  }

  /** All of it as one picture, whatever is in sight; one that would be too high is as wide as high, and smaller. */
  whole(framed, ratio = window.devicePixelRatio) {
    const whole = document.createElement('canvas');
    const { columns } = this;
    if (this.rowCount * this.stride * ratio > MOST_SIDE) this.columns = Math.ceil(Math.sqrt(this.order.length));
    const side = Math.max(this.columns, this.rowCount) * this.stride;
    this.draw(whole, [0, this.rowCount], framed, Math.min(ratio, MOST_SIDE / side));
    this.columns = columns;
    this.#image = new ImageData(1, 1); // it may have grown to hundreds of megabytes
    return whole;
  }

  /**
   * Draws rows into a canvas: the values of the tiles, then what is written on them.
   *
   * @param framed the channel with a frame round it, or -1
   */
  draw(canvas, [first, last], framed, ratio = window.devicePixelRatio) {
    const [height, width] = [(last - first) * this.stride, this.columns * this.stride].map((side) => Math.max(1, Math.round(side * ratio)));
    if (canvas.height !== height || canvas.width !== width) Object.assign(canvas, { height, width });
    const context = canvas.getContext('2d', { alpha: true });
    const channels = this.order.slice(first * this.columns, last * this.columns);
    if (this.shown.tiles) this.#values(context, channels, ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (this.shown.tiles) this.#marks(context, channels, framed);
    else this.#skeleton(context, channels);
  }

  #values(context, channels, ratio) {
    const { tiles, map } = this.shown;
    const { head, body } = tiles;
    const { height, width } = head.tile;
    const pixels = this.#pixels(context.canvas);
    const levels = new Uint8Array(body);
    const smooth = height < head.height || width < head.width;
    const target = { pixels, width: context.canvas.width };
    const side = this.#sideInside(head.tile, ratio);
    const paint = tilePainter(head.tile, side, { map, smooth });
    channels.forEach((channel, place) => {
      paint(target, { levels, from: channel * height * width }, this.#cornerInside(place, head.tile, ratio));
    });
    context.putImageData(this.#image, 0, 0);
  }

  /** The pixels of a canvas, all empty. */
  #pixels({ height, width }) {
    if (this.#image.height !== height || this.#image.width !== width) this.#image = new ImageData(width, height);
    return new Uint32Array(this.#image.data.buffer).fill(0);
  }

  /** How large a tile's values are in its square, in pixels of the screen. */
  #sideInside({ height, width }, ratio) {
    const scale = (this.#tile / Math.max(height, width)) * ratio;
    return { height: Math.max(1, Math.round(height * scale)), width: Math.max(1, Math.round(width * scale)) };
  }

  /** Where they begin: they stand in the middle of the square. */
  #cornerInside(place, tile, ratio) {
    const [left, top] = this.#corner(place);
    const [beside, above] = this.#marginsInside(tile);
    return { x: Math.round((left + beside) * ratio), y: Math.round((top + above) * ratio) };
  }

  /** How far they are from the square's left and from its top, or its right and its bottom. */
  #marginsInside({ height, width }) {
    const longer = Math.max(height, width);
    return [width, height].map((side) => (this.#tile * (1 - side / longer)) / 2);
  }

  #marks(context, channels, framed) {
    context.font = `500 10px ${font()}`;
    const [beside, below] = this.#marginsInside(this.shown.tiles.head.tile);
    channels.forEach((channel, place) => {
      const [x, y] = this.#corner(place);
      if (this.#tile >= NUMBERED) number(context, channel + 1, x + beside, y + this.#tile - below);
      if (channel === framed) frame(context, x, y, this.#tile);
    });
  }

  #skeleton(context, channels) {
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    context.fillStyle = colour('--raised');
    channels.forEach((channel, place) => context.fillRect(...this.#corner(place), this.#tile, this.#tile));
  }

  /** Where a place begins, counted from the first that is painted. */
  #corner(place) {
    return [(place % this.columns) * this.stride, Math.floor(place / this.columns) * this.stride];
  }
}

function number(context, text, x, bottom) {
  context.fillStyle = 'rgb(0 0 0 / 55%)';
  context.fillText(text, x + 4, bottom - 3);
  context.fillStyle = 'rgb(255 255 255 / 92%)';
  context.fillText(text, x + 3, bottom - 4);
}

function frame(context, x, y, side) {
  for (const [name, width, inset] of [['--outline', 4, 1], ['--accent', 2, 1]]) {
    context.strokeStyle = colour(name);
    context.lineWidth = width;
    context.strokeRect(x + inset, y + inset, side - 2 * inset, side - 2 * inset);
  }
}
