// How a training goes: plot, numbers, stop and go on.
import { html } from 'lit-html';
import './training-plot.js';
import { t, whole } from './words.js';
import { savePart } from './save.js';
import { keptOf } from './train-kept.js';
import { duration, percent } from './train-numbers.js';
import { isRunning, resume, stop } from './train-session.js';

const NOTHING = { points: [], validations: [], iterations: 0, perEpoch: 1 };

export function courseView(train) {
  const { training } = train;
  return html`
    <div class="train-head">
      <h2 id="train-watch"><b>2</b> ${t('train.watch')}</h2>
      ${training ? title(training) : ''}
      <span class="space"></span>
      ${training ? html`<button type="button" title=${t('save.plot')} aria-label=${t('save.plot')} @click=${save}>PNG</button>${buttons(train)}` : ''}
    </div>
    ${training ? html`${progress(training)}${sentence(training)}` : html`<p class="train-progress small">${t('train.nothing')}</p>`}
    ${legend()}
    <training-plot .training=${training ?? NOTHING} .kept=${training && keptOf(training)} role="img"
      .words=${{ accuracy: t('train.accuracy'), loss: t('train.loss'), epoch: t('train.epoch'), kept: t('train.keptMark') }}
      aria-label=${training ? summary(training) : t('train.nothing')} @reading=${showReading}></training-plot>
    ${training ? messages(training) : ''}`;
}

function title({ name, settings, phase }) {
  const folder = settings.folder.split(/[\\/]/).at(-1);
  return html`
    <span class="train-title"><strong>${name}</strong> ${settings.network} ← ${folder}</span>
    <span class="phase ${phase}">${t(`train.phase.${phase}`)}</span>`;
}

/** Plot, numbers and legend, without what is of use on the page alone. */
function save({ target }) {
  const name = target.closest('.train-head').querySelector('.train-title strong').textContent;
  savePart(target.closest('section'), `${name}-training`, { without: 'h2, .phase, button, details' });
}

function buttons({ training, stopping }) {
  if (isRunning(training)) {
    return html`
      <button type="button" ?disabled=${stopping} @click=${stop}>
        ${t(stopping ? 'train.stopping' : 'train.stop')}
      </button>`;
  }
  const canGoOn = training.phase === 'stopped' || (training.phase === 'failed' && training.iteration > 0);
  return canGoOn
    ? html`<button class="primary" type="button" @click=${resume}>${t('train.resume')}</button>`
    : '';
}

/** Of one that failed before it learned anything there is none. */
function progress(training) {
  if (training.phase === 'failed' && training.iterations === 0) {
    return '';
  }
  const preparing = training.phase === 'preparing';
  const [done, all] = preparing
    ? [training.prepared, training.toPrepare]
    : [training.iteration, training.iterations];
  return html`
    <div class="train-progress">
      ${all > 0
        ? html`<progress max=${all} .value=${done} aria-label=${t('train.progress')}></progress>`
        : html`<progress aria-label=${t('train.progress')}></progress>`}
      <p class="numbers">${preparing ? preparation(training) : numbers(training)}
        ${training.phase === 'stopped' ? html`<span role="status">${t(training.iteration > 0 ? 'train.stopped' : 'train.stoppedEarly')}</span>` : ''}</p>
    </div>`;
}

function preparation({ prepared, toPrepare }) {
  return toPrepare > 0
    ? t('train.prepared', { done: whole(prepared), all: whole(toPrepare) })
    : t('train.reading');
}

function numbers(training) {
  const { epoch = 1, epochs, iteration, iterations, speed, secondsLeft } = training;
  const parts = [];
  if (iterations) {
    parts.push(t('train.epochOf', { epoch, epochs }));
    parts.push(t('train.iterationOf', { iteration: whole(iteration), iterations: whole(iterations) }));
  }
  if (isRunning(training) && speed) {
    parts.push(t('train.speed', { n: whole(Math.round(speed)) }));
    parts.push(t('train.left', { time: duration(secondsLeft) }));
  }
  const judged = training.validations.at(-1);
  if (judged) {
    parts.push(t('train.heldOut', { accuracy: percent(judged[3]) }));
  }
  const kept = keptOf(training);
  if (kept) {
    parts.push(t(isRunning(training) || !training.result ? 'train.bestSoFar' : 'train.kept', { epoch: kept[1], accuracy: percent(kept[3]) }));
  }
  return parts.join(' · ');
}

/** What the server says went wrong. */
function sentence({ phase, sentence: said }) {
  return phase === 'failed' ? html`<p class="train-fault" role="alert">${said}</p>` : '';
}

function legend() {
  return html`
    <div class="train-legend">
      <span class="key batch"><i></i>${t('train.batchLine')}</span>
      <span class="key mean"><i></i>${t('train.meanLine')}</span>
      <span class="key judged"><i></i>${t('train.judgedLine')}</span>
      <output aria-live="polite"></output>
    </div>`;
}

function showReading({ target, detail }) {
  target.previousElementSibling.querySelector('output').textContent = detail ? reading(detail) : '';
}

function reading({ point: [iteration, epoch, loss, accuracy], judged }) {
  const said = t('train.reading.point', {
    iteration: whole(iteration), epoch, loss: loss.toFixed(3), accuracy: percent(accuracy),
  });
  return judged
    ? `${said} · ${t('train.reading.judged', { loss: judged[2].toFixed(3), accuracy: percent(judged[3]) })}`
    : said;
}

function summary(training) {
  return `${t('train.plot')}: ${training.iterations > 0 ? numbers(training) : preparation(training)}`;
}

function messages({ messages: lines, unsaid }) {
  if (lines.length === 0) {
    return '';
  }
  return html`
    <details class="train-messages">
      <summary>${t(lines.length === 1 ? 'train.message' : 'train.messages', { n: whole(lines.length + unsaid) })}</summary>
      <ul>${lines.map((each) => html`<li>${each}</li>`)}</ul>
      ${unsaid > 0 ? html`<p class="small">${t('train.unsaid', { n: whole(unsaid) })}</p>` : ''}
    </details>`;
}
