// The training tab: choose, watch, and see what came out.
import { html } from 'lit-html';
import { sentenceOf, t } from './words.js';
import { formPane } from './train-form.js';
import { courseView } from './train-course.js';
import { resultView } from './train-result.js';
import { load, session } from './train-session.js';

export function trainView(state) {
  const train = session();
  if (!train.overview) {
    return train.fault ? unreachable(train.fault) : skeleton();
  }
  return html`
    <main class="train">
      <section class="train-form" aria-labelledby="train-choose">${formPane(state, train)}</section>
      <div class="train-main">
        ${train.fault ? html`<p class="train-fault" role="alert">${sentenceOf(train.fault)}</p>` : ''}
        ${train.lost ? html`<p class="train-fault" role="alert">${t('train.lost')}</p>` : ''}
        <section class="train-part" aria-labelledby="train-watch">${courseView(train)}</section>
        <section class="train-part" aria-labelledby="train-see">${resultView(train)}</section>
      </div>
    </main>`;
}

function unreachable(fault) {
  return html`
    <div class="train-empty" role="alert">
      <p>${sentenceOf(fault)}</p>
      <button @click=${load}>${t('page.again')}</button>
    </div>`;
}

function skeleton() {
  return html`
    <main class="train" aria-busy="true" aria-label=${t('train.loading')}>
      <section class="train-form">
        ${[1, 2, 3, 4, 5].map(() => html`<div class="skeleton row"></div>`)}
      </section>
      <div class="train-main"><div class="skeleton plot"></div></div>
    </main>`;
}
