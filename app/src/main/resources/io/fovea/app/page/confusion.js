// Which classes were taken for which: a table that is read as well as seen.
import { html } from 'lit-html';
import { t } from './words.js';

const TONES = 6;

/** A row for each true class, a column for each that was told; the last ones say the shares. */
export function confusionTable(classes, matrix) {
  const told = classes.map((_, column) => matrix.reduce((sum, row) => sum + row[column], 0));
  return html`
    <table class="confusion">
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

function row(classes, matrix, actual) {
  const all = matrix[actual].reduce((sum, count) => sum + count, 0);
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
  const said = t('train.cell', { count, all, actual, told });
  return html`<td class="${kind} tone-${tone}" title=${said}>${count === 0 ? html`<i>0</i>` : count}</td>`;
}

function share(part, all) {
  return all === 0 ? '–' : `${Math.round((100 * part) / all)} %`;
}
