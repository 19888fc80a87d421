// Numbers in their places, each on its colour.

import { html } from 'lit-html';
import { css } from './colour.js';
import { t } from './words.js';

/** More rows or columns than these don't fit; the pictures show them. */
const MOST = 7;

/** A small matrix {height, width, values}; padding (null) is empty, the framed value stands out. */
export function matrix({ height, width, values }, { framed } = {}) {
  const most = Math.max(...values.map((value) => Math.abs(value ?? 0))) || 1;
  const rows = Math.min(height, MOST);
  return html`<table class="matrix">
    ${Array.from({ length: rows }, (any, row) => html`<tr>
      ${values.slice(row * width, row * width + Math.min(width, MOST)).map((value) => cell(value, most, isSame(value, framed)))}
    </tr>`)}
  </table>
  ${height > MOST || width > MOST ? html`<p class="small">${t('sum.cut', { shown: MOST, height, width })}</p>` : ''}`;
}

/** Values are 32-bit floats, however many digits they come with. */
function isSame(value, other) {
  return value !== null && other !== undefined && Math.fround(value) === Math.fround(other);
}

function cell(value, most, framed) {
  if (value === null) return html`<td class="padding" title=${t('sum.padding')}></td>`;
  const bright = Math.abs(value) / most > 0.6;
  return html`<td
    class="${framed ? 'framed' : ''} ${bright ? 'bright' : ''}"
    .style=${`background:${css(value, [-most, most], 'signed')}`}
  >
    ${value.toFixed(2).replace('-', '−')}
  </td>`;
}
