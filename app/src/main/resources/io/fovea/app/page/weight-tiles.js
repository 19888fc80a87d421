// <fovea-weights>: filters as tiles, in colour where they see those of a picture.

import { level, paintLevels } from './colour.js';
import { stepInGrid, tellChoice } from './grid-keys.js';
import { colour } from './palette.js';
import { t } from './words.js';

const GAP = 4;
const [SMALL, LARGE] = [40, 96];
const HIGH = 420;

class WeightTiles extends HTMLElement {
  #canvas = document.createElement('canvas');
  #weights = null;
  #selected = -1;
  #columns = 1;
  #step = [1, 1];

  connectedCallback() {
    if (this.firstChild) return;
    this.append(this.#canvas);
    this.#canvas.setAttribute('role', 'img');
    this.#canvas.addEventListener('click', (event) => this.#choose(event));
    this.#canvas.addEventListener('keydown', (event) => this.#move(event));
    new ResizeObserver(() => requestAnimationFrame(() => this.#paint())).observe(this);
  }

  set label(text) {
    this.#canvas.setAttribute('aria-label', text);
  }

  set weights(weights) {
    if (weights === this.#weights) return;
    this.#weights = weights;
    this.#paint();
  }

  set selected(filter) {
    if (filter === this.#selected) return;
    this.#selected = filter;
    this.#paint();
  }

  #choose({ offsetX, offsetY }) {
    if (this.#selected < 0) return;
    const [high, wide] = this.#step;
    const item = Math.floor(offsetY / high) * this.#columns + Math.floor(offsetX / wide);
    if (item < this.#weights.head.count) this.#say(item);
  }

  /** Arrows go from filter to filter, where one of them is selected. */
  #move(event) {
    if (this.#selected < 0 || !this.#weights) return;
    const to = stepInGrid(event, this.#selected, this.#columns, this.#weights.head.count);
    if (to !== undefined) this.#say(to);
  }

  #say(item) {
    this.dispatchEvent(new CustomEvent('filter', { detail: item }));
  }

  #tellChoice() {
    if (this.#selected < 0) {
      this.#canvas.setAttribute('role', 'img');
      this.#canvas.removeAttribute('tabindex');
      return;
    }
    const value = this.#selected + 1;
    tellChoice(this.#canvas, { value, most: this.#weights.head.count, text: t('weights.one', { filter: value }) });
  }

  /** As large as they go into the room there is. */
  #side(count) {
    for (let side = LARGE; side > SMALL; side -= 4) {
      const columns = Math.floor((this.clientWidth + GAP) / (side + GAP));
      if (Math.ceil(count / columns) * (side + GAP) <= HIGH) return side;
    }
    return SMALL;
  }

  #paint() {
    if (!this.#weights || !this.clientWidth) return;
    const { count, height, width, kind } = this.#weights.head;
    const alone = kind === 'matrix';
    const tile = alone ? Math.min(this.clientWidth, Math.max(width, height) * 8) : this.#side(count);
    const columns = alone ? 1 : Math.max(1, Math.floor((this.clientWidth + GAP) / (tile + GAP)));
    const scale = tile / Math.max(height, width);
    const step = [Math.ceil(height * scale) + GAP, Math.ceil(width * scale) + GAP];
    this.#columns = columns;
    this.#step = step;
    this.#canvas.width = Math.min(columns, count) * step[1];
    this.#canvas.height = Math.ceil(count / columns) * step[0];
    this.#tellChoice();
    const context = this.#canvas.getContext('2d');
    context.imageSmoothingEnabled = false;
    for (let item = 0; item < count; item++) {
      const [x, y] = [(item % columns) * step[1], Math.floor(item / columns) * step[0]];
      context.drawImage(this.#picture(item), x, y, step[1] - GAP, step[0] - GAP);
      if (item === this.#selected) this.#frame(context, x, y, step);
    }
  }

  #frame(context, x, y, [high, wide]) {
    context.strokeStyle = colour('--accent');
    context.lineWidth = 3;
    context.strokeRect(x + 1, y + 1, wide - GAP - 2, high - GAP - 2);
  }

  #picture(item) {
    const { channels, height, width, kind, order, limits } = this.#weights.head;
    const { least, greatest } = limits[item] ?? limits[0];
    const area = height * width;
    const values = new Float32Array(this.#weights.body, item * channels * area * 4, channels * area);
    const levels = Uint8Array.from(values, (value) => level(value, [least, greatest]));
    if (kind === 'colour') return colours(levels, height, width, order);
    return paintLevels(levels, height, width, kind === 'matrix' ? 'signed' : 'gray');
  }
}

/** A picture of levels whose colours come in this order, RGB or BGR. */
function colours(levels, height, width, order) {
  const area = height * width;
  const image = new ImageData(width, height);
  for (let i = 0; i < area; i++) {
    const [red, green, blue] = ['R', 'G', 'B'].map((colour) => levels[order.indexOf(colour) * area + i]);
    image.data.set([red, green, blue, 255], i * 4);
  }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d').putImageData(image, 0, 0);
  return canvas;
}

customElements.define('fovea-weights', WeightTiles);
