// Which classes were taken for which: a table that is read as well as seen.
import { html } from 'lit-html';
import { t, whole } from './words.js';

const TONES = 6;
const MANY = 12;
const PAIRS = 8;

/** A row for each true class, a column for each that was told; the last ones say the shares. */
export function confusionTable(classes, matrix) {
  const told = classes.map((_, column) => sum(matrix.map((row) => row[column])));
  return html`
    <table class="confusion ${classes.length > MANY ? 'many' : ''}">
      <caption>${t('train.confusion')}</caption>
      <thead>
        <tr>
          <th class="corner">${t('train.corner')}</th>
          ${classes.map((name) => html`<th scope="col"><span>${name}</span></th>`)}
          <th class="share" scope="col">${t('train.found')}</th>
        </tr>
      </thead>
      <tbody>${classes.map((_, actual) => row(classes, matrix, actual))}</tbody>
      <tfoot>
        <tr>
          <th scope="row">${t('train.precise')}</th>
          ${classes.map((_, column) => html`<td class="share">${share(matrix[column][column], told[column])}</td>`)}
          <td class="share"></td>
        </tr>
      </tfoot>
    </table>`;
}

/** Of many classes a matrix doesn't show at a glance which two are taken for each other most. */
export function mixedUp(classes, matrix) {
  const pairs = matrix
    .flatMap((row, actual) => row.map((count, told) => ({ actual, told, count, all: sum(row) })))
    .filter(({ actual, told, count }) => actual !== told && count > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, PAIRS);
  if (classes.length <= MANY || pairs.length === 0) {
    return '';
  }
  return html`
    <h3>${t('train.mixedUp')}</h3>
    <ul class="mixed-up">
      ${pairs.map(({ actual, told, count, all }) => html`
        <li>${t('train.cell', { count: whole(count), all: whole(all), actual: classes[actual], told: classes[told] })}</li>`)}
    </ul>`;
}

function sum(counts) {
  return counts.reduce((all, count) => all + count, 0);
}

function row(classes, matrix, actual) {
  const all = sum(matrix[actual]);
  return html`
    <tr>
      <th scope="row"><span>${classes[actual]}</span></th>
      ${classes.map((name, told) => cell(matrix[actual][told], all, classes[actual], name))}
      <td class="share">${share(matrix[actual][actual], all)}</td>
    </tr>`;
}

/** The number says it; the tone only helps to find it. */
function cell(count, all, actual, told) {
  const tone = count === 0 ? 0 : Math.max(1, Math.round((count / all) * TONES));
  const kind = actual === told ? 'right' : 'wrong';
  const said = t('train.cell', { count: whole(count), all: whole(all), actual, told });
  return html`<td class="${kind} tone-${tone}" title=${said}>${count === 0 ? html`<i>0</i>` : count}</td>`;
}

function share(part, all) {
  return all === 0 ? '–' : `${Math.round((100 * part) / all)} %`;
}
