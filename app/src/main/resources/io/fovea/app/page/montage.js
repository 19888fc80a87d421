// <fovea-montage>: all channels of an activation as tiles, or as bars where a channel is one value.

import { stepInGrid, tellChoice } from './grid-keys.js';
import { TileSheet } from './tile-sheet.js';
import { t } from './words.js';

const GAP = 3;
const LEAST_TILE = 24;
const COMFORTABLE = 62;

class Montage extends HTMLElement {
  #canvas = document.createElement('canvas');
  #sheet = new TileSheet();
  #shown = {};
  #columns = 1;
  #tile = LEAST_TILE;
  #width = 0;
  #painted = []; // which channel stands at each place

  connectedCallback() {
    if (this.firstChild) return;
    this.append(this.#canvas);
    this.#canvas.addEventListener('click', (event) => this.#choose(event));
    this.#canvas.addEventListener('keydown', (event) => this.#step(event));
    this.#canvas.addEventListener('pointermove', (event) => this.#tell(event));
    new ResizeObserver(([entry]) => {
      const width = Math.floor(entry.contentRect.width);
      if (width !== this.#width) {
        this.#width = width;
        requestAnimationFrame(() => this.#paint());
      }
    }).observe(this);
  }

  /** {tiles: {head, body}, map, order: channels from 0, selected: channel or -1, zoom, label} */
  set shown(shown) {
    const before = this.#shown;
    this.#shown = shown;
    const same = Object.keys(shown).every((name) => shown[name] === before[name]);
    if (!same) this.#paint();
  }

  /** The channels that are on the screen, from 0; null before it has a size. */
  get visible() {
    const { order, size } = this.#shown;
    if (!this.#width || !size) return null;
    const bounds = this.#canvas.getBoundingClientRect();
    const pane = (this.closest('.pane') ?? document.documentElement).getBoundingClientRect();
    const step = this.#tile + GAP;
    const first = Math.floor((Math.max(pane.top, 0) - bounds.top) / step) * this.#columns;
    const last = Math.ceil((Math.min(pane.bottom, window.innerHeight) - bounds.top) / step) * this.#columns;
    const all = order ?? Array.from({ length: size[2] }, (any, channel) => channel);
    return all.slice(Math.max(first, 0), Math.max(last, 0));
  }

  #paint() {
    const { tiles, label, order, size } = this.#shown;
    if (!this.#width) return;
    const count = order?.length ?? size?.[2] ?? 0;
    this.#measure(count);
    const rows = Math.ceil(count / this.#columns);
    const ratio = window.devicePixelRatio;
    const step = this.#tile + GAP;
    const [height, width] = [Math.max(rows * step - GAP, 1), this.#columns * step];
    this.#resize(Math.round(height * ratio), Math.round(width * ratio));
    this.#canvas.style.width = `${width}px`;
    this.#canvas.style.height = `${height}px`;
    this.#canvas.setAttribute('aria-label', label ?? '');
    this.#tellChoice(count);
    const context = this.#canvas.getContext('2d');
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (tiles) this.#tiles(context, tiles);
    else this.#skeleton(context, count);
    this.dataset.painted = tiles ? `${tiles.head.layer} ${performance.now()}` : '';
  }

  /** A canvas that keeps its size is used again. */
  #resize(height, width) {
    if (this.#canvas.height === height && this.#canvas.width === width) return;
    Object.assign(this.#canvas, { height, width });
    this.#painted = [];
  }

  /** As many tiles a row as are comfortable; never a tile under the least, then it scrolls. */
  #measure(count) {
    const { zoom = 1 } = this.#shown;
    const square = Math.ceil(Math.sqrt(count));
    const fit = Math.floor((this.#width + GAP) / (COMFORTABLE * zoom + GAP));
    this.#columns = Math.max(1, Math.min(Math.max(fit, 1), Math.max(square, 4)));
    this.#tile = Math.max(LEAST_TILE, Math.floor(this.#width / this.#columns) - GAP);
    this.#tile = Math.min(this.#tile, 96 * zoom);
    this.#columns = Math.max(1, Math.min(count, Math.floor((this.#width + GAP) / (this.#tile + GAP))));
  }

  /** Of live tiles only those that came; the others stay as they are, where they are. */
  #tiles(context, { head, body }) {
    const { map, order, selected } = this.#shown;
    const came = head.list && new Set(head.list);
    const { height, width } = head.tile;
    this.#sheet.fill(new Uint8Array(body), head.tile, map);
    const longest = Math.max(height, width);
    const style = getComputedStyle(this);
    context.imageSmoothingEnabled = height < head.height || width < head.width;
    context.font = `500 10px ${style.fontFamily}`;
    order.forEach((channel, place) => {
      if (came && !came.has(channel) && this.#painted[place] === channel) return;
      const [x, y] = this.#corner(place);
      context.clearRect(x, y, this.#tile + GAP, this.#tile + GAP);
      const [w, h] = [(this.#tile * width) / longest, (this.#tile * height) / longest];
      this.#sheet.draw(context, channel, x + (this.#tile - w) / 2, y + (this.#tile - h) / 2, w, h);
      if (this.#tile >= 40) number(context, channel + 1, x, y + this.#tile);
      if (channel === selected) frame(context, x, y, this.#tile, style);
    });
    this.#painted = order;
  }

  #skeleton(context, count) {
    this.#painted = [];
    context.fillStyle = getComputedStyle(this).getPropertyValue('--raised');
    for (let place = 0; place < count; place++) {
      const [x, y] = this.#corner(place);
      context.clearRect(x, y, this.#tile, this.#tile);
      context.fillRect(x, y, this.#tile, this.#tile);
    }
  }

  #corner(place) {
    const step = this.#tile + GAP;
    return [(place % this.#columns) * step, Math.floor(place / this.#columns) * step];
  }

  #channel(event) {
    const step = this.#tile + GAP;
    const [column, row] = [Math.floor(event.offsetX / step), Math.floor(event.offsetY / step)];
    if (column >= this.#columns) return undefined;
    return this.#shown.order?.[row * this.#columns + column];
  }

  #choose(event) {
    const channel = this.#channel(event);
    if (channel !== undefined) this.#say(channel);
  }

  /** Arrows go from tile to tile, in the order that is shown. */
  #step(event) {
    const { order, selected } = this.#shown;
    if (!order) return;
    const to = stepInGrid(event, order.indexOf(selected), this.#columns, order.length);
    if (to !== undefined) this.#say(order[to]);
  }

  #say(channel) {
    this.dispatchEvent(new CustomEvent('channel', { detail: channel }));
  }

  #tellChoice(most) {
    const value = this.#shown.selected + 1;
    tellChoice(this.#canvas, { value, most, text: t('channel.title', { channel: value }) });
  }

  #tell(event) {
    const channel = this.#channel(event);
    this.#canvas.title = channel === undefined ? '' : `${channel + 1}`;
  }
}

function number(context, text, x, bottom) {
  context.fillStyle = 'rgb(0 0 0 / 55%)';
  context.fillText(text, x + 4, bottom - 3);
  context.fillStyle = 'rgb(255 255 255 / 92%)';
  context.fillText(text, x + 3, bottom - 4);
}

function frame(context, x, y, side, style) {
  for (const [colour, width, inset] of [['--outline', 4, 1], ['--accent', 2, 1]]) {
    context.strokeStyle = style.getPropertyValue(colour);
    context.lineWidth = width;
    context.strokeRect(x + inset, y + inset, side - 2 * inset, side - 2 * inset);
  }
}

customElements.define('fovea-montage', Montage);
