// A small picture of an input as a network sees it; a tile with a sentence where it can't take it.

import { html } from 'lit-html';
import { address } from './api.js';
import { t } from './words.js';

/** @param side of the picture on the screen, in CSS pixels */
export function inputThumbnail(model, input, side) {
  const size = Math.ceil(side * window.devicePixelRatio);
  return html`<span class="input-thumbnail">
    <img alt="" loading="lazy" src=${address('api/inputs/picture', { model, input, size })} @error=${told(true)} @load=${told(false)} />
    <span class="unfit">${t('input.unfit')}</span>
  </span>`;
}

/** What becomes of a picture when it is here, or doesn't come. */
export function told(broken) {
  return ({ target }) => target.parentElement.classList.toggle('broken', broken);
}
