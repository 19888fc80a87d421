// <fovea-histogram>: how many values lie where, with the ends and zero named.

import { colour } from './palette.js';
import { decimal } from './words.js';

const [HEIGHT, WIDTH] = [96, 288];

class HistogramView extends HTMLElement {
  #canvas = document.createElement('canvas');
  #ends = document.createElement('div');

  connectedCallback() {
    if (this.firstChild) return;
    this.#canvas.setAttribute('role', 'img');
    this.#ends.className = 'ends';
    this.append(this.#canvas, this.#ends);
  }

  set label(text) {
    this.#canvas.setAttribute('aria-label', text);
  }

  /** {least, greatest, counts} */
  set histogram({ least, greatest, counts }) {
    const ratio = window.devicePixelRatio;
    this.#canvas.width = WIDTH * ratio;
    this.#canvas.height = HEIGHT * ratio;
    const context = this.#canvas.getContext('2d');
    context.scale(ratio, ratio);
    const most = Math.max(...counts);
    const step = WIDTH / counts.length;
    context.fillStyle = colour('--dim');
    counts.forEach((count, bin) => {
      const high = count === 0 ? 0 : Math.max(1, (count / most) * HEIGHT);
      context.fillRect(bin * step, HEIGHT - high, step - 1, high);
    });
    if (least < 0 && greatest > 0) {
      context.fillStyle = colour('--accent');
      context.fillRect((-least / (greatest - least)) * WIDTH, 0, 1, HEIGHT);
    }
    this.#ends.textContent = '';
    for (const end of [least, greatest]) {
      this.#ends.append(Object.assign(document.createElement('span'), { textContent: decimal(end) }));
    }
  }
}

customElements.define('fovea-histogram', HistogramView);
