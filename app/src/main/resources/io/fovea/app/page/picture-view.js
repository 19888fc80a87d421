// <fovea-picture>: the input as the network sees it. A box can be drawn on it, with a mouse, a pen, a
// finger or the keys; the receptive field of a value and a channel can lie over it.

import { answerHere } from './answers.js';
import { boxByKey } from './box-keys.js';
import { paint } from './colour.js';
import { Frames } from './frames.js';
import { lateMark } from './late.js';
import { seenPicture } from './loader.js';

/** The least side of a box in pixels of the picture; what is smaller was a click. */
const LEAST = { mouse: 3, pen: 3, touch: 8 };

class PictureView extends HTMLElement {
  #canvas = document.createElement('canvas');
  #frames = new Frames(['field', 'box']);
  #shown = null;
  #source = '';
  #failed = false;
  #sending = false;
  #fetching = false;
  #markLate = lateMark(this);
  #start = null;
  #drawn = null;
  #given = null;
  #field = null;
  #overlay = null;

  connectedCallback() {
    if (this.firstChild) return;
    this.append(this.#canvas, this.#frames.element);
    this.#canvas.setAttribute('role', 'application');
    this.#canvas.tabIndex = 0;
    this.classList.toggle('skeleton', !this.#shown); // it may be given its picture first
    this.#canvas.addEventListener('pointerdown', (event) => this.#down(event));
    this.#canvas.addEventListener('pointermove', (event) => this.#move(event));
    this.#canvas.addEventListener('pointerup', (event) => this.#up(event));
    this.#canvas.addEventListener('pointercancel', () => this.#leave());
    this.#canvas.addEventListener('keydown', (event) => this.#key(event));
  }

  /** The address of a picture; until it is here the one before stays. */
  set source(address) {
    if (address === this.#source) return;
    this.#source = address;
    this.#failed = false;
    this.#fetching = false;
    const here = address && answerHere(address);
    if (here) this.#settle(here);
    else if (address) this.#fetch(address);
    else this.#tellLate();
  }

  /** Whether what is asked for can't be: what was shown before is of another input, and goes. */
  set empty(empty) {
    if (!empty) return;
    this.classList.remove('skeleton');
    if (!this.#shown) return;
    this.#shown = null;
    this.#canvas.getContext('2d').clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    this.#frame();
  }

  /** Whether another picture is on its way to the server. */
  set sending(sending) {
    this.#sending = sending;
    this.#tellLate();
  }

  /** Another number asks again for a picture that failed. */
  set attempt(number) {
    if (this.#failed) this.#fetch(this.#source);
  }

  set label(text) {
    this.#canvas.setAttribute('aria-label', text);
  }

  set sides({ height, width } = {}) {
    if (height && !this.#shown) this.style.aspectRatio = `${width} / ${height}`;
  }

  /** "top,left,bottom,right" in pixels of the picture. */
  set box(text) {
    this.#given = text ? text.split(',').map(Number) : null;
    this.#drawn = this.#given;
    this.#frame();
  }

  /** {top, left, bottom, right}, all included: what a value sees. */
  set field(field) {
    if (field === this.#field) return;
    this.#field = field;
    this.#frame();
  }

  /** {height, width, values, limits, map}: a channel to lay over the picture. */
  set overlay(plane) {
    if (plane === this.#overlay) return;
    this.#overlay = plane;
    this.#paint();
  }

  /** A canvas to show instead, such as one from the camera; shown again each time. */
  show(canvas) {
    this.#source = '';
    this.#failed = false;
    this.#settle(canvas);
  }

  async #fetch(address) {
    this.#failed = false;
    this.#fetching = true;
    this.#tellLate();
    try {
      const picture = await seenPicture(address);
      if (address === this.#source) this.#settle(picture);
    } catch {
      if (address === this.#source) this.#fail();
    }
  }

  #settle(picture) {
    this.#shown = picture;
    this.#fetching = false;
    this.classList.remove('skeleton');
    this.#tellLate();
    this.#paint();
  }

  #fail() {
    this.#failed = true;
    this.#fetching = false;
    this.#tellLate();
    this.dispatchEvent(new CustomEvent('broken'));
  }

  #tellLate() {
    this.#markLate(this.#sending || this.#fetching);
  }

  #paint() {
    const picture = this.#shown;
    if (!picture) return;
    const height = picture.naturalHeight ?? picture.height;
    const width = picture.naturalWidth ?? picture.width;
    if (this.#canvas.height !== height || this.#canvas.width !== width) {
      this.style.aspectRatio = `${width} / ${height}`;
      Object.assign(this.#canvas, { height, width });
      this.#frames.sides = { height, width };
    }
    const context = this.#canvas.getContext('2d');
    context.drawImage(picture, 0, 0, width, height);
    if (this.#overlay) this.#layOver(context, height, width);
    this.#frame();
  }

  #layOver(context, height, width) {
    context.globalAlpha = 0.7;
    context.imageSmoothingEnabled = false;
    context.drawImage(paint(this.#overlay), 0, 0, width, height);
    context.globalAlpha = 1;
  }

  #frame() {
    const shown = this.#shown;
    const { top, left, bottom, right } = this.#field ?? {};
    this.#frames.show('field', shown && this.#field ? [top, left, bottom + 1, right + 1] : null);
    this.#frames.show('box', shown && this.#drawn);
  }

  #place(event) {
    const bounds = this.#canvas.getBoundingClientRect();
    return [
      Math.round(((event.clientY - bounds.top) / bounds.height) * this.#canvas.height),
      Math.round(((event.clientX - bounds.left) / bounds.width) * this.#canvas.width),
    ];
  }

  #down(event) {
    if (!this.#shown || !event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    this.#start = this.#place(event);
    this.#canvas.setPointerCapture(event.pointerId);
  }

  #move(event) {
    if (!this.#start) return;
    this.#drawn = this.#between(this.#place(event));
    this.#frame();
  }

  #up(event) {
    if (!this.#start) return;
    const box = this.#between(this.#place(event));
    const [top, left, bottom, right] = box;
    this.#start = null;
    const least = Math.min(LEAST[event.pointerType] ?? LEAST.mouse, this.#canvas.height, this.#canvas.width);
    const drawn = bottom - top >= least && right - left >= least;
    this.#draw(drawn ? box : null);
  }

  #key(event) {
    if (!this.#shown) return;
    const box = boxByKey(event, this.#drawn, this.#canvas.height, this.#canvas.width);
    if (box !== undefined) this.#draw(box);
  }

  #draw(box) {
    this.#drawn = box;
    this.dispatchEvent(new CustomEvent('box', { detail: box ? box.join(',') : '' }));
    this.#frame();
  }

  /** The browser takes the pointer away, as from a palm: the box before is there again. */
  #leave() {
    this.#start = null;
    this.#drawn = this.#given;
    this.#frame();
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
