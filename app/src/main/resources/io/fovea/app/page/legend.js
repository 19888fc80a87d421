// <fovea-legend>: the colours of a scale between its two ends.

import { putLevels } from './colour.js';
import { decimal } from './words.js';

const LEVELS = Uint8Array.from({ length: 256 }, (any, level) => level);

class Legend extends HTMLElement {
  #canvas = document.createElement('canvas');
  #ends = [document.createElement('span'), document.createElement('span')];
  #map = 'gray';
  #limits = '';

  connectedCallback() {
    if (this.firstChild) return;
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.append(this.#ends[0], this.#canvas, this.#ends[1]);
    this.#paint();
  }

  set map(map) {
    if (map === this.#map) return;
    this.#map = map;
    this.#paint();
  }

  set limits(limits) {
    if (String(limits) === this.#limits) return;
    this.#limits = String(limits);
    this.#ends.forEach((end, i) => (end.textContent = decimal(limits[i])));
  }

  #paint() {
    putLevels(this.#canvas, LEVELS, 1, LEVELS.length, this.#map);
  }
}

customElements.define('fovea-legend', Legend);
