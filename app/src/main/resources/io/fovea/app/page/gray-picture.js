// <fovea-gray>: one channel as a small picture.

import { paintLevels } from './colour.js';

class GrayPicture extends HTMLElement {
  #canvas = document.createElement('canvas');
  #picture = null;

  connectedCallback() {
    if (!this.firstChild) this.append(this.#canvas);
    this.#canvas.setAttribute('aria-hidden', 'true');
  }

  /** {height, width, levels: 0 to 255, map: gray unless another is named} */
  set picture(picture) {
    if (picture === this.#picture) return;
    this.#picture = picture;
    if (!picture) {
      this.#canvas.width = this.#canvas.height = 0;
      return;
    }
    const { height, width, levels, map = 'gray' } = picture;
    this.#canvas.height = height;
    this.#canvas.width = width;
    this.#canvas.getContext('2d').drawImage(paintLevels(levels, height, width, map), 0, 0);
  }
}

customElements.define('fovea-gray', GrayPicture);
