// What came out of a training: how good it is, where it errs, and where to go from here.
import { html } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { confusionTable, mixedUp } from './confusion.js';
import { language, t, whole } from './words.js';
import { percent } from './train-numbers.js';
import { keptOf } from './train-kept.js';
import { compare, explore } from './train-session.js';

export function resultView({ training, result }) {
  const head = html`<h2 id="train-see"><b>3</b> ${t('train.see')}</h2>`;
  if (!result) {
    return html`<div class="train-head">${head}</div><p class="small">${t('train.notYet')}</p>`;
  }
  const base = `api/trainings/${training.id}`;
  return html`
    <div class="train-head">${head}<span class="space"></span>${ways(training, result, base)}</div>
    <p class="train-accuracy">
      <strong>${percent(result.accuracy)}</strong>
      ${t('train.ofHeldOut', { count: whole(result.count), model: result.model })}
    </p>
    ${beforeTheLast(training)}
    <div class="train-result">
      <div class="confusion-scroll" tabindex="0" role="group" aria-label=${t('train.confusion')}>
        ${guard([result, language()], () => confusionTable(result.classes, result.matrix))}
        <p class="small">
          <a href="${base}/confusion.png" download>PNG</a> · <a href="${base}/confusion.svg" download>SVG</a>
        </p>
      </div>
      <div class="wrong-pictures">
        ${mixedUp(result.classes, result.matrix)} ${wrongPictures(result, base)}
      </div>
    </div>`;
}

/** Of a network that isn't the last one: why it isn't, and how good that was. */
function beforeTheLast(training) {
  const kept = keptOf(training);
  const last = training.validations.at(-1);
  if (!kept || kept === last) {
    return '';
  }
  const words = { epoch: kept[1], last: last[1], accuracy: percent(last[3]) };
  return html`<p class="small train-kept">${t('train.keptBest', words)}</p>`;
}

function ways(training, { model }, base) {
  const before = training.settings.scratch ? undefined : training.settings.network;
  return html`
    <button class="primary" type="button" @click=${() => explore(model)}>${t('train.explore')}</button>
    ${before
      ? html`<button type="button" @click=${() => compare(before, model)}>
          ${t('train.compare')}</button>`
      : ''}
    <a class="button" href="${base}/model.onnx" download="${model}.onnx">${t('train.download')}</a>`;
}

function wrongPictures({ wrong, wrongCount }, base) {
  if (wrongCount === 0) {
    return html`<h3>${t('train.wrong')}</h3><p class="small">${t('train.allRight')}</p>`;
  }
  return html`
    <h3>${t('train.wrong')}</h3>
    <p class="small">${t('train.surest', { n: whole(wrongCount) })}</p>
    <ul class="pictures">${wrong.map((each, index) => wrongPicture(each, `${base}/wrong/${index}`))}</ul>`;
}

function wrongPicture({ file, actual, told, score }, source) {
  return html`
    <li title=${file}>
      <img src=${source} width="96" height="96" loading="lazy" alt=${t('train.wrongPicture', { file, actual, told })}>
      <span class="told">✕ ${told} <i>${percent(score)}</i></span>
      <span class="actual">✓ ${actual}</span>
    </li>`;
}
