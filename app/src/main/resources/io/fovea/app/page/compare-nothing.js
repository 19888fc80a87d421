// Before the other side is chosen: what can be compared, and what to begin with.

import { html } from 'lit-html';
import { address } from './api.js';
import { chooseInput, chooseModel, sendTo } from './compare-data.js';
import { ARRAYS } from './intake.js';
import { apart } from './names.js';
import { update } from './state.js';
import { t } from './words.js';

/** The most that a picture's side has on the screen, in CSS pixels. */
const SIDE = 128;

export function nothingChosen(shown) {
  if (!shown.start || !shown.network) return html`<section class="compare-nothing" aria-busy="true"></section>`;
  return html`<section class="compare-nothing" aria-label=${t('compare.what')}>
    <h1>${t('compare.what')}</h1>
    <p>${t('compare.why')}</p>
    <div class="offers">${pictures(shown)} ${networks(shown)}</div>
  </section>`;
}

function pictures(shown) {
  const others = shown.start.samples.filter((each) => each.id !== shown.input);
  const size = Math.ceil(SIDE * window.devicePixelRatio);
  return html`<section class="offer">
    <h2>${t('compare.anotherPicture')}</h2>
    <p class="small">${t('compare.anotherPictureWhy', { model: shown.model })}</p>
    <ul>
      ${others.map(
        (each) => html`<li>
          <button @click=${() => chooseInput('B', each.id)}>
            <img src=${address('api/inputs/picture', { model: shown.model, input: each.id, size })} alt="" @error=${offered(false)} @load=${offered(true)} />
            <span>${apart(each.name)}</span>
          </button>
        </li>`,
      )}
      <li>
        <label class="button">
          <span class="plus" aria-hidden="true">＋</span>
          <span>${t('compare.open')}</span>
          <input type="file" class="heard" accept=${`image/*,${ARRAYS}`} @change=${chosen} />
        </label>
      </li>
    </ul>
  </section>`;
}

function networks(shown) {
  const others = shown.start.models.filter((each) => each.name !== shown.model);
  return html`<section class="offer">
    <h2>${t('compare.anotherNetwork')}</h2>
    <p class="small">${t('compare.anotherNetworkWhy')}</p>
    <ul class="networks">
      ${others.map((each) => html`<li><button @click=${() => chooseModel('B', each.name)}>${each.name}</button></li>`)}
      <li><button class="quiet" @click=${() => update({ tab: 'train' })}>${t('compare.train')}</button></li>
    </ul>
  </section>`;
}

/** A sample that this network can't take has no picture, and isn't offered; the next in its place may be. */
function offered(isSo) {
  return ({ target }) => {
    target.closest('li').hidden = !isSo;
  };
}

function chosen(event) {
  const [file] = event.target.files;
  if (file) sendTo('B', file);
  event.target.value = '';
}
