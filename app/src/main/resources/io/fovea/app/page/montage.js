// <fovea-montage>: all channels of an activation as tiles. Only those in sight, and a few rows around
// them, are painted: a layer may have thousands.

import { stepInGrid, tellChoice } from './grid-keys.js';
import { colour, font } from './palette.js';
import { tilePainter } from './tile-painter.js';
import { t } from './words.js';

const GAP = 3;
const LEAST_TILE = 24;
const COMFORTABLE = 62;
const NUMBERED = 40; // a smaller tile has no room for its number
const AROUND = 80; // pixels beyond the edge that are kept ready
const MOST_SIDE = 8192; // pixels of a picture to save: what is larger, not every browser makes
const PATIENCE = 120; // milliseconds after which tiles that are awaited leave skeletons in their place

class Montage extends HTMLElement {
  #canvas = document.createElement('canvas');
  #image = new ImageData(1, 1);
  #shown = {};
  #columns = 1;
  #tile = LEAST_TILE;
  #width = 0;
  #rows = [0, 0]; // the first that is painted, and the one after the last
  #at = 0; // the place that the arrows have come to where no channel is selected
  #due = false;
  #leads = false; // whether the wanted channel has to come into sight
  #waiting = 0;
  #sizes = new ResizeObserver((entries) => entries.forEach((entry) => this.#resized(entry)));
  #scrolled = () => this.#seesAll() || this.#schedule();

  connectedCallback() {
    this.#sizes.observe(this);
    this.#sizes.observe(this.closest('.montage, .pane'));
    document.addEventListener('scroll', this.#scrolled, { capture: true, passive: true });
    if (this.firstChild) return;
    this.append(this.#canvas);
    this.#canvas.addEventListener('click', (event) => this.#choose(event));
    this.#canvas.addEventListener('keydown', (event) => this.#press(event));
    this.#canvas.addEventListener('focus', () => this.#schedule());
    this.#canvas.addEventListener('blur', () => this.#schedule());
    this.#canvas.addEventListener('pointermove', (event) => this.#tell(event));
  }

  disconnectedCallback() {
    this.#sizes.disconnect();
    document.removeEventListener('scroll', this.#scrolled, { capture: true });
    clearTimeout(this.#waiting);
  }

  /**
   * {tiles: {head, body}, map, order: channels from 0, size, selected: channel or -1,
   * wanted: the channel that comes into sight or -1, zoom, label}
   */
  set shown(shown) {
    const before = this.#shown;
    this.#shown = shown;
    const same = Object.keys(shown).every((name) => shown[name] === before[name]);
    if (same) return;
    this.#leads ||= shown.wanted >= 0 && ['wanted', 'size', 'zoom', 'order'].some((name) => shown[name] !== before[name]);
    if (shown.order !== before.order) this.#at = 0;
    clearTimeout(this.#waiting);
    if (shown.tiles || !this.dataset.painted) {
      this.#schedule();
    } else {
      this.dataset.painted = '';
      this.#waiting = setTimeout(() => this.#paint(), PATIENCE); // what comes sooner is painted once
    }
  }

  /** The channels that are on the screen, from 0; null before it has a size. */
  get visible() {
    if (!this.#width || !this.#shown.size) return null;
    const [first, last] = this.#rowsWithin(0);
    return this.#order().slice(first * this.#columns, last * this.#columns);
  }

  /** All of it as one picture, whatever is in sight; one that would be too high is as wide as high, and smaller. */
  picture() {
    const whole = document.createElement('canvas');
    const columns = this.#columns;
    const ratio = window.devicePixelRatio;
    if (this.#rowCount() * this.#stride * ratio > MOST_SIDE) this.#columns = Math.ceil(Math.sqrt(this.#order().length));
    const side = Math.max(this.#columns, this.#rowCount()) * this.#stride;
    this.#draw(whole, [0, this.#rowCount()], Math.min(ratio, MOST_SIDE / side));
    this.#columns = columns;
    this.#image = new ImageData(1, 1); // it may have grown to hundreds of megabytes
    return whole;
  }

  /** Its width tells how many tiles stand in a row; what is round it, how many rows are in sight. */
  #resized({ target, contentRect }) {
    const width = target === this ? Math.floor(contentRect.width) : this.#width;
    if (width === this.#width && (target === this || this.#seesAll())) return;
    this.#width = width;
    this.#schedule();
  }

  /** Paints once, when all that the page changes now is changed. */
  #schedule() {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      this.#paint();
    });
  }

  #order() {
    const { order, size } = this.#shown;
    return order ?? Array.from({ length: size?.[2] ?? 0 }, (any, channel) => channel);
  }

  #rowCount() {
    return Math.ceil(this.#order().length / this.#columns);
  }

  get #stride() {
    return this.#tile + GAP;
  }

  /** The rows that are in sight, or nearer to it than so many pixels. */
  #rowsWithin(distance) {
    let [top, bottom] = [0, window.innerHeight];
    for (const part of ['.montage', '.pane']) {
      const bounds = this.closest(part)?.getBoundingClientRect();
      if (bounds) [top, bottom] = [Math.max(top, bounds.top), Math.min(bottom, bounds.bottom)];
    }
    const own = this.getBoundingClientRect().top;
    const row = (y) => Math.min(Math.max(y / this.#stride, 0), this.#rowCount());
    return [Math.floor(row(top - own - distance)), Math.ceil(row(bottom - own + distance))];
  }

  #seesAll() {
    const [first, last] = this.#rowsWithin(0);
    return first >= this.#rows[0] && last <= this.#rows[1];
  }

  #paint() {
    const { tiles, label } = this.#shown;
    if (!this.#width || !this.isConnected) return;
    const count = this.#order().length;
    this.#measure(count);
    this.style.height = `${Math.max(this.#rowCount() * this.#stride - GAP, 1)}px`;
    this.#rows = this.#rowsWithin(AROUND);
    this.#draw(this.#canvas, this.#rows);
    Object.assign(this.#canvas.style, {
      top: `${this.#rows[0] * this.#stride}px`,
      width: `${this.#columns * this.#stride}px`,
      height: `${(this.#rows[1] - this.#rows[0]) * this.#stride}px`,
    });
    this.#canvas.setAttribute('aria-label', label ?? '');
    this.#tellChoice(count);
    this.dataset.painted = tiles ? `${tiles.head.layer} ${performance.now()}` : '';
    if (tiles && this.#leads) this.#lead();
  }

  /** Brings the wanted channel into sight; what scrolls paints the rest. */
  #lead() {
    this.#leads = false;
    this.#reveal(Math.floor(this.#order().indexOf(this.#shown.wanted) / this.#columns));
  }

  /** Draws rows into a canvas: the values of the tiles, then what is written on them. */
  #draw(canvas, [first, last], ratio = window.devicePixelRatio) {
    const [height, width] = [(last - first) * this.#stride, this.#columns * this.#stride].map((side) => Math.max(1, Math.round(side * ratio)));
    if (canvas.height !== height || canvas.width !== width) Object.assign(canvas, { height, width });
    const context = canvas.getContext('2d', { alpha: true });
    const channels = this.#order().slice(first * this.#columns, last * this.#columns);
    if (this.#shown.tiles) this.#values(context, channels, ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (this.#shown.tiles) this.#marks(context, channels);
    else this.#skeleton(context, channels);
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

  #values(context, channels, ratio) {
    const { tiles, map } = this.#shown;
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
  #cornerInside(place, { height, width }, ratio) {
    const [left, top] = this.#corner(place);
    const scale = this.#tile / Math.max(height, width);
    const at = (corner, side) => Math.round((corner + (this.#tile - side * scale) / 2) * ratio);
    return { x: at(left, width), y: at(top, height) };
  }

  #marks(context, channels) {
    const framed = this.#selects || this.#canvas.matches(':focus-visible') ? this.#channelNow() : -1;
    context.font = `500 10px ${font()}`;
    channels.forEach((channel, place) => {
      const [x, y] = this.#corner(place);
      if (this.#tile >= NUMBERED) number(context, channel + 1, x, y + this.#tile);
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
    return [(place % this.#columns) * this.#stride, Math.floor(place / this.#columns) * this.#stride];
  }

  #channel(event) {
    const [column, row] = [event.offsetX, event.offsetY].map((side) => Math.floor(side / this.#stride));
    if (column >= this.#columns) return undefined;
    return this.#shown.order?.[(this.#rows[0] + row) * this.#columns + column];
  }

  #choose(event) {
    const channel = this.#channel(event);
    if (channel !== undefined) this.#say(channel);
  }

  /** Whether the arrows select; else they only lead to a tile, and Enter takes it. */
  get #selects() {
    return this.#shown.selected >= 0;
  }

  /** The channel that is selected, or that the arrows have come to. */
  #channelNow() {
    return this.#selects ? this.#shown.selected : this.#order()[this.#at];
  }

  #press(event) {
    if (!this.#shown.order) return;
    if (event.key === 'Enter' && !this.#selects) this.#say(this.#channelNow());
    else this.#step(event);
  }

  /** Arrows go from tile to tile, in the order that is shown. */
  #step(event) {
    const { order, selected } = this.#shown;
    const at = this.#selects ? order.indexOf(selected) : this.#at;
    const to = stepInGrid(event, at, this.#columns, order.length);
    if (to === undefined) return;
    this.#at = to;
    if (this.#selects) this.#say(order[to]);
    else this.#schedule();
    this.#reveal(Math.floor(to / this.#columns));
  }

  /** Scrolls no further than a row needs to be in sight. */
  #reveal(row) {
    const pane = this.closest('.montage, .pane');
    const top = this.getBoundingClientRect().top - pane.getBoundingClientRect().top + row * this.#stride;
    pane.scrollTop += Math.min(top, 0) + Math.max(top + this.#stride - pane.clientHeight, 0);
  }

  #say(channel) {
    this.dispatchEvent(new CustomEvent('channel', { detail: channel }));
  }

  #tellChoice(most) {
    const channel = this.#channelNow() + 1;
    const value = this.#selects ? channel : this.#at + 1;
    tellChoice(this.#canvas, { value, most, text: t('channel.title', { channel }) });
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

function frame(context, x, y, side) {
  for (const [name, width, inset] of [['--outline', 4, 1], ['--accent', 2, 1]]) {
    context.strokeStyle = colour(name);
    context.lineWidth = width;
    context.strokeRect(x + inset, y + inset, side - 2 * inset, side - 2 * inset);
  }
}

customElements.define('fovea-montage', Montage);
