// <fovea-picture>: the input as the network sees it. A box can be drawn on it; the receptive field
// of a value and a channel can lie over it.

import { paint } from './colour.js';

const PIXEL = { mouse: 3, touch: 8 };

class PictureView extends HTMLElement {
  #canvas = document.createElement('canvas');
  #picture = new Image();
  #source = '';
  #start = null;
  #drawn = null;
  #text = '';

  connectedCallback() {
    if (this.firstChild) return;
    this.append(this.#canvas);
    this.#canvas.setAttribute('role', 'img');
    this.#picture.onload = () => this.#paint();
    this.#picture.onerror = () => this.#failed();
    this.#canvas.addEventListener('pointerdown', (event) => this.#down(event));
    this.#canvas.addEventListener('pointermove', (event) => this.#move(event));
    this.#canvas.addEventListener('pointerup', (event) => this.#up(event));
    this.#canvas.addEventListener('pointercancel', () => (this.#start = null));
  }

  set source(address) {
    if (address === this.#source) return;
    this.#source = address;
    this.classList.add('skeleton');
    if (address) this.#picture.src = address;
  }

  set label(text) {
    this.#canvas.setAttribute('aria-label', text);
  }

  set sides({ height, width } = {}) {
    if (height) this.style.aspectRatio = `${width} / ${height}`;
  }

  /** "top,left,bottom,right" in pixels of the picture. */
  set box(text) {
    if (text === this.#text) return;
    this.#text = text;
    this.#drawn = text ? text.split(',').map(Number) : null;
    this.#paint();
  }

  /** {top, left, bottom, right}, all included: what a value sees. */
  set field(patch) {
    if (patch === this.patch) return;
    this.patch = patch;
    this.#paint();
  }

  /** {height, width, values, limits, map}: a channel to lay over the picture. */
  set overlay(plane) {
    if (plane === this.plane) return;
    this.plane = plane;
    this.#paint();
  }

  /** A picture to show instead, such as one from the camera. */
  show(source, height, width) {
    this.#source = '';
    this.#paint(source, height, width);
  }

  #paint(picture = this.#picture, height = picture.naturalHeight, width = picture.naturalWidth) {
    if (!height || (picture === this.#picture && !this.#picture.complete)) return;
    this.classList.remove('skeleton');
    this.style.aspectRatio = `${width} / ${height}`;
    this.#canvas.height = height;
    this.#canvas.width = width;
    const context = this.#canvas.getContext('2d');
    context.drawImage(picture, 0, 0, width, height);
    if (this.plane) {
      context.globalAlpha = 0.7;
      context.imageSmoothingEnabled = false;
      context.drawImage(paint(this.plane), 0, 0, width, height);
      context.globalAlpha = 1;
    }
    if (this.patch) {
      const { top, left, bottom, right } = this.patch;
      this.#frame(context, [top, left, bottom + 1, right + 1], width);
    }
    if (this.#drawn) this.#frame(context, this.#drawn, width);
  }

  /** A frame in the accent, with a dark outline so that it is seen on any ground. */
  #frame(context, [top, left, bottom, right], width) {
    const style = getComputedStyle(this);
    const thick = Math.max(1, width / 160);
    for (const [colour, line] of [['--outline', thick * 2.4], ['--accent', thick]]) {
      context.strokeStyle = style.getPropertyValue(colour);
      context.lineWidth = line;
      context.strokeRect(left, top, right - left, bottom - top);
    }
  }

  #failed() {
    if (!this.#source) return;
    this.classList.remove('skeleton');
    this.dispatchEvent(new CustomEvent('broken', { detail: undefined }));
  }

  #place(event) {
    const bounds = this.#canvas.getBoundingClientRect();
    return [
      Math.round(((event.clientY - bounds.top) / bounds.height) * this.#canvas.height),
      Math.round(((event.clientX - bounds.left) / bounds.width) * this.#canvas.width),
    ];
  }

  #down(event) {
    this.#start = this.#place(event);
    this.#canvas.setPointerCapture(event.pointerId);
  }

  #move(event) {
    if (!this.#start) return;
    this.#drawn = this.#between(this.#place(event));
    this.#paint();
  }

  #up(event) {
    if (!this.#start) return;
    const box = this.#between(this.#place(event));
    const [top, left, bottom, right] = box;
    this.#start = null;
    const least = PIXEL[event.pointerType] ?? PIXEL.mouse;
    const drawn = bottom - top >= least && right - left >= least;
    this.#drawn = drawn ? box : null;
    this.dispatchEvent(new CustomEvent('box', { detail: drawn ? box.join(',') : '' }));
    this.#paint();
  }

  #between([row, column]) {
    const [firstRow, firstColumn] = this.#start;
    const within = (value, most) => Math.min(Math.max(value, 0), most);
    return [
      within(Math.min(row, firstRow), this.#canvas.height),
      within(Math.min(column, firstColumn), this.#canvas.width),
      within(Math.max(row, firstRow), this.#canvas.height),
      within(Math.max(column, firstColumn), this.#canvas.width),
    ];
  }
}

customElements.define('fovea-picture', PictureView);
