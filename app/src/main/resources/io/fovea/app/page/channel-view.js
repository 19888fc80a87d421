// <fovea-channel>: one channel, each value a square; tells which value the pointer is on.

import { paintPlane } from './colour.js';
import { Frames } from './frames.js';
import { lateMark } from './late.js';

const LEAST_FRAME = 0.02; // of the longer side: a frame round a smaller value stands off it

/** [rows, columns] that a key goes; Enter keeps the value that is framed. */
const STEPS = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
  Enter: [0, 0],
};

class ChannelView extends HTMLElement {
  #canvas = document.createElement('canvas');
  #frames = new Frames(['value']);
  #plane = null;
  #place = null;
  #markLate = lateMark(this, 'skeleton');

  connectedCallback() {
    if (this.firstChild) return;
    this.append(this.#canvas, this.#frames.element);
    this.classList.toggle('skeleton', !this.#plane);
    this.#canvas.setAttribute('role', 'img');
    this.#canvas.addEventListener('pointermove', (event) => this.#tell('point', event));
    this.#canvas.addEventListener('pointerleave', () => this.#say('point', null));
    this.#canvas.addEventListener('click', (event) => this.#tell('pin', event));
    this.#canvas.addEventListener('keydown', (event) => this.#step(event));
  }

  /** Whether a value can be chosen by the keys, too. */
  set chosen(can) {
    this.#canvas.setAttribute('role', can ? 'application' : 'img');
    if (can) this.#canvas.tabIndex = 0;
  }

  set label(text) {
    this.#canvas.setAttribute('aria-label', text);
  }

  /** [height, width, channels]: the shape to keep free until the values come. */
  set size([height, width] = []) {
    if (height) this.style.setProperty('--ratio', width / height);
  }

  /** {height, width, values, limits, map} */
  set plane(plane) {
    if (plane && this.#plane && isSame(plane, this.#plane)) return;
    this.#plane = plane;
    this.#markLate(!plane); // another channel's values go after a moment, so that nothing flickers
    if (!plane) return this.#frames.show('value', null);
    this.classList.remove('skeleton');
    this.style.setProperty('--ratio', plane.width / plane.height);
    paintPlane(this.#canvas, plane);
    this.#frames.sides = plane;
    this.#frame();
  }

  /** [row, column] of the value that is framed. */
  set place(place) {
    if (String(place) === String(this.#place)) return;
    this.#place = place;
    this.#frame();
  }

  #frame() {
    if (!this.#plane) return;
    const beyond = Math.max(0, (LEAST_FRAME * Math.max(this.#plane.height, this.#plane.width) - 1) / 2);
    const [row, column] = this.#place ?? [];
    this.#frames.show('value', this.#place && [row - beyond, column - beyond, row + 1 + beyond, column + 1 + beyond]);
  }

  /** Arrows move the kept value, with Shift by ten. */
  #step(event) {
    if (!this.#plane) return;
    const { height, width } = this.#plane;
    const [row, column] = this.#place ?? [0, 0];
    const far = event.shiftKey && event.key.startsWith('Arrow') ? 10 : 1;
    const [rows, columns] = STEPS[event.key] ?? [];
    if (rows === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.#say('pin', [within(row + rows * far, height), within(column + columns * far, width)]);
  }

  #tell(name, event) {
    if (!this.#plane) return;
    const { height, width } = this.#plane;
    const bounds = this.#canvas.getBoundingClientRect();
    const row = Math.floor(((event.clientY - bounds.top) / bounds.height) * height);
    const column = Math.floor(((event.clientX - bounds.left) / bounds.width) * width);
    if (row >= 0 && row < height && column >= 0 && column < width) this.#say(name, [row, column]);
  }

  #say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function within(place, count) {
  return Math.min(Math.max(place, 0), count - 1);
}

function isSame(plane, other) {
  return plane.values === other.values && plane.map === other.map && String(plane.limits) === String(other.limits);
}

customElements.define('fovea-channel', ChannelView);
