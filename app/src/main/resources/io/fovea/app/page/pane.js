// <fovea-pane>: a part of the page that is drawn by itself. Where one fails, the others go on.

import { html, render } from 'lit-html';
import { t } from './words.js';

class Pane extends HTMLElement {
  /** {view, shown}: what draws it, and the state. */
  set part({ view, shown }) {
    try {
      render(view(shown), this);
    } catch (error) {
      reportError(error);
      render(broken(), this);
    }
  }
}

function broken() {
  return html`<section class="pane broken" role="alert">
    <p>${t('page.broken')}</p>
    <button @click=${() => location.reload()}>${t('page.reload')}</button>
  </section>`;
}

customElements.define('fovea-pane', Pane);
