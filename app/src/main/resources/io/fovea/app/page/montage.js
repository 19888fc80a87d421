// <fovea-montage>: all channels of an activation as tiles. Only those in sight, and a few rows around
// them, are painted: a layer may have thousands.

import { stepInGrid, tellChoice } from './grid-keys.js';
import { GAP, MontageDrawing } from './montage-drawing.js';
import { t } from './words.js';

const AROUND = 80; // pixels beyond the edge that are kept ready
const PATIENCE = 120; // milliseconds after which tiles that are awaited leave skeletons in their place

class Montage extends HTMLElement {
  #canvas = document.createElement('canvas');
  #drawing = new MontageDrawing();
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
    const before = this.#drawing.shown;
    this.#drawing.shown = shown;
    if (Object.keys(shown).every((name) => shown[name] === before[name])) return;
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
    if (!this.#width || !this.#drawing.shown.size) return null;
    const [first, last] = this.#rowsWithin(0);
    return this.#drawing.order.slice(first * this.#drawing.columns, last * this.#drawing.columns);
  }

  /** All of it as one picture, whatever is in sight. */
  picture(ratio) {
    return this.#drawing.whole(this.#framed, ratio);
  }

  /** Its width and the room it has tell how large tiles are; what is round it, how many rows are in sight. */
  #resized({ target, contentRect }) {
    const drawing = this.#drawing;
    const before = [this.#width, drawing.columns, drawing.stride];
    if (target === this) this.#width = Math.floor(contentRect.width);
    drawing.measure(this.#width, this.#roomNow());
    const same = [this.#width, drawing.columns, drawing.stride].every((each, i) => each === before[i]);
    if (same && (target === this || this.#seesAll())) return;
    this.#schedule();
  }

  /** How high it may be: down to what stands below it, where its place has a height of its own. */
  #roomNow() {
    const place = this.closest('.montage');
    if (!place || getComputedStyle(place).getPropertyValue('--own-height') !== '1') return 0;
    const last = place.lastElementChild;
    return place.clientHeight - (last.offsetTop + last.offsetHeight - this.offsetTop - this.offsetHeight);
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

  /** The rows that are in sight, or nearer to it than so many pixels. */
  #rowsWithin(distance) {
    let [top, bottom] = [0, window.innerHeight];
    for (const part of ['.montage', '.pane']) {
      const bounds = this.closest(part)?.getBoundingClientRect();
      if (bounds) [top, bottom] = [Math.max(top, bounds.top), Math.min(bottom, bounds.bottom)];
    }
    const own = this.getBoundingClientRect().top;
    const row = (y) => Math.min(Math.max(y / this.#drawing.stride, 0), this.#drawing.rowCount);
    return [Math.floor(row(top - own - distance)), Math.ceil(row(bottom - own + distance))];
  }

  #seesAll() {
    const [first, last] = this.#rowsWithin(0);
    return first >= this.#rows[0] && last <= this.#rows[1];
  }

  #paint() {
    const drawing = this.#drawing;
    const { tiles, label } = drawing.shown;
    if (!this.#width || !this.isConnected) return;
    drawing.measure(this.#width, this.#roomNow());
    this.style.height = `${Math.max(drawing.rowCount * drawing.stride - GAP, 1)}px`;
    this.#rows = this.#rowsWithin(AROUND);
    drawing.draw(this.#canvas, this.#rows, this.#framed);
    Object.assign(this.#canvas.style, {
      top: `${this.#rows[0] * drawing.stride}px`,
      width: `${drawing.columns * drawing.stride}px`,
      height: `${(this.#rows[1] - this.#rows[0]) * drawing.stride}px`,
    });
    this.#canvas.setAttribute('aria-label', label ?? '');
    this.#tellChoice(drawing.order.length);
    this.dataset.painted = tiles ? `${tiles.head.layer} ${performance.now()}` : '';
    if (!tiles || !this.#leads) return;
    this.#leads = false;
    this.#reveal(drawing.order.indexOf(drawing.shown.wanted)); // what scrolls paints the rest
  }

  /** The channel that has a frame, or -1. */
  get #framed() {
    return this.#selects || this.#canvas.matches(':focus-visible') ? this.#channelNow() : -1;
  }

  #channel(event) {
    const [column, row] = [event.offsetX, event.offsetY].map((side) => Math.floor(side / this.#drawing.stride));
    if (column >= this.#drawing.columns) return undefined;
    return this.#drawing.shown.order?.[(this.#rows[0] + row) * this.#drawing.columns + column];
  }

  #choose(event) {
    const channel = this.#channel(event);
    if (channel !== undefined) this.#say(channel);
  }

  /** Whether the arrows select; else they only lead to a tile, and Enter takes it. */
  get #selects() {
    return this.#drawing.shown.selected >= 0;
  }

  /** The channel that is selected, or that the arrows have come to. */
  #channelNow() {
    return this.#selects ? this.#drawing.shown.selected : this.#drawing.order[this.#at];
  }

  #press(event) {
    if (!this.#drawing.shown.order) return;
    if (event.key === 'Enter' && !this.#selects) this.#say(this.#channelNow());
    else this.#step(event);
  }

  /** Arrows go from tile to tile, in the order that is shown. */
  #step(event) {
    const { order, selected } = this.#drawing.shown;
    const at = this.#selects ? order.indexOf(selected) : this.#at;
    const to = stepInGrid(event, at, this.#drawing.columns, order.length);
    if (to === undefined) return;
    this.#at = to;
    if (this.#selects) this.#say(order[to]);
    else this.#schedule();
    this.#reveal(to);
  }

  /** Scrolls no further than a place's row needs to be in sight. */
  #reveal(place) {
    const { columns, stride } = this.#drawing;
    const pane = this.closest('.montage, .pane');
    const top = this.getBoundingClientRect().top - pane.getBoundingClientRect().top + Math.floor(place / columns) * stride;
    pane.scrollTop += Math.min(top, 0) + Math.max(top + stride - pane.clientHeight, 0);
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

customElements.define('fovea-montage', Montage);
