// <fovea-gray>: one channel as a small picture.

import { putLevels } from './colour.js';

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
    putLevels(this.#canvas, levels, height, width, map);
  }
}

customElements.define('fovea-gray', GrayPicture);
