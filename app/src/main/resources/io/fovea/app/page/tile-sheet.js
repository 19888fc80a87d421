// The tiles of an answer side by side on one canvas that is used again and again: a montage that
// follows a camera is painted from a single picture.

import { MAPS } from './colour.js';

export class TileSheet {
  #canvas = new OffscreenCanvas(1, 1);
  #context = this.#canvas.getContext('2d');
  #image = new ImageData(1, 1);
  #columns = 1;
  #tile = { height: 1, width: 1 };

  /** Takes levels from 0 to 255, one tile after another. */
  fill(levels, tile, map) {
    const { height, width } = tile;
    const count = levels.length / (height * width);
    this.#tile = tile;
    this.#columns = Math.ceil(Math.sqrt(count));
    this.#resize(Math.ceil(count / this.#columns) * height, this.#columns * width);
    const pixels = new Uint32Array(this.#image.data.buffer);
    const colours = MAPS[map];
    let from = 0;
    for (let place = 0; place < count; place++) {
      const [top, left] = this.#corner(place);
      for (let row = 0; row < height; row++) {
        let to = (top + row) * this.#columns * width + left;
        for (let column = 0; column < width; column++) pixels[to++] = colours[levels[from++]];
      }
    }
    this.#context.putImageData(this.#image, 0, 0);
  }

  /** Draws one tile. */
  draw(context, place, x, y, width, height) {
    const [top, left] = this.#corner(place);
    context.drawImage(this.#canvas, left, top, this.#tile.width, this.#tile.height, x, y, width, height);
  }

  #corner(place) {
    return [Math.floor(place / this.#columns) * this.#tile.height, (place % this.#columns) * this.#tile.width];
  }

  #resize(height, width) {
    if (this.#image.height === height && this.#image.width === width) return;
    Object.assign(this.#canvas, { height, width });
    this.#image = new ImageData(width, height);
  }
}
