// <fovea-pane>: a part of the page that is drawn by itself. Where one fails, the others go on.

import { html, render } from 'lit-html';
import { t } from './words.js';

class Pane extends HTMLElement {
  #failed = false;

  /** {view, shown}: what draws it, and the state. */
  set part({ view, shown }) {
    try {
      render(view(shown), this);
      this.#failed = false;
    } catch (error) {
      this.#fail(error);
    }
  }

  /** It is told once until it draws again: it may be drawn at each picture of a camera. */
  #fail(error) {
    if (!this.#failed) reportError(error);
    this.#failed = true;
    render(broken(), this);
  }
}

function broken() {
  return html`<section class="pane broken" role="alert">
    <p>${t('page.broken')}</p>
    <button @click=${() => location.reload()}>${t('page.reload')}</button>
  </section>`;
}

customElements.define('fovea-pane', Pane);
