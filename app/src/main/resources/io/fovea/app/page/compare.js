// The compare tab: two pictures through one network, or one picture through two.

import { html } from 'lit-html';
import { askAgain, faultOf, isChosen } from './compare-data.js';
import { comparedLayer } from './compare-layer.js';
import { nothingChosen } from './compare-nothing.js';
import { comparedRows } from './compare-rows.js';
import { sidesPane } from './compare-sides.js';
import { sentenceOf, t } from './words.js';

export function compareView(shown) {
  return html`<main class="compare">
    ${sidesPane(shown)} ${isChosen(shown) ? compared(shown) : nothingChosen(shown)}
  </main>`;
}

function compared(shown) {
  const fault = faultOf(shown, 'compared');
  if (fault) {
    return html`<section class="compare-fault" role="alert">
      <p>${sentenceOf(fault)}</p>
      <button @click=${askAgain}>${t('page.again')}</button>
    </section>`;
  }
  return html`${comparedRows(shown)} ${comparedLayer(shown)}`;
}
