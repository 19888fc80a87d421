// The scores of the classes as bars; a full bar is certainty.

import { html } from 'lit-html';
import { isLive, isMissing, isRefused } from './selection.js';
import { state, update } from './state.js';
import { t, whole } from './words.js';

const [FEW, MANY] = [5, 10];

export function scoresView(shown) {
  const moving = isLive(shown.live) || isHeldUnseen(shown);
  const refused = isRefused(shown);
  const scores = refused ? [] : moving ? shown.live.scores : shown.look?.scores;
  return html`<section class="scoring" aria-label=${t('input.scores')}>
    <h2 class="label">${t('input.scores')}</h2>
    ${shown.faults.network && !shown.network ? '' : scores ? bars(scores, shown.allScores ? MANY : FEW, refused ? t(isMissing(shown.faults.look) ? 'input.noInput' : 'input.refused') : why(moving ? shown.live : shown.look)) : skeletons()}
    ${scores && !refused ? below(shown, scores, moving) : ''}
    ${scores?.length > 0 && !hasSoftmax(shown.network) ? html`<p class="small">${t('input.ownSoftmax')}</p>` : ''}
  </section>`;
}

/** Whether a picture was held and the network has not yet seen it as an input: the live scores are its. */
function isHeldUnseen({ live, look, input }) {
  return Boolean(live?.scores) && look?.input !== input;
}

/** Whether the scores are the network's own; else they were made of what it gives. */
function hasSoftmax(network) {
  return !network || network.layers.some(({ kind }) => kind === 'softmax');
}

/** Why there are no scores, in the server's words. */
function why({ noScores }) {
  return noScores && t('input.noScores', { why: noScores });
}

function bars(scores, count, none) {
  if (scores.length === 0) return html`<p class="small no-scores">${none}</p>`;
  return html`<ol class="scores">
    ${scores.slice(0, count).map(
      ({ index, label, score }) => html`<li class="score" title=${t('input.class', { label, number: index + 1, index })}>
        <span class="name">${label}</span>
        <span>${(score * 100).toFixed(1)} %</span>
        <meter min="0" max="1" .value=${score} aria-label=${label}></meter>
      </li>`,
    )}
  </ol>`;
}

function skeletons() {
  return html`<div class="scores" aria-hidden="true">
    ${Array.from({ length: FEW }, () => html`<div class="score"><div class="skeleton"></div></div>`)}
  </div>`;
}

function below(shown, scores, moving) {
  const time = moving || !shown.look.milliseconds ? '' : t('input.time', { milliseconds: shown.look.milliseconds.toFixed(0) });
  return html`<p class="small scores-below">
    <span>${time}</span>
    ${scores.length > FEW
      ? html`<button class="quiet" aria-expanded=${Boolean(shown.allScores)} @click=${() => update({ allScores: !state.allScores })}>
          ${shown.allScores ? t('input.fewer', { count: FEW }) : t('input.more', { count: whole(Math.min(MANY, scores.length)) })}
        </button>`
      : ''}
  </p>`;
}
