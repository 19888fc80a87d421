// Numbers in their places, each on its colour.

import { html } from 'lit-html';
import { css } from './colour.js';
import { decimal, t } from './words.js';

/** More rows or columns than these don't fit; the pictures show them. */
const MOST = 7;

/** From which share of the greatest on white is harder to read than black, above 0 and below. */
const BRIGHT = { above: 0.67, below: 0.73 };

/**
 * A small matrix {height, width, values}; the framed value stands out.
 *
 * Where outside(row, column) gives a {sign, words}, there is no value, and that is written and told.
 */
export function matrix({ height, width, values }, { framed, outside = () => null } = {}) {
  const most = greatest(values) || 1;
  const rows = Array.from({ length: Math.min(height, MOST) }, (any, row) => row);
  const columns = Array.from({ length: Math.min(width, MOST) }, (any, column) => column);
  const each = (row, column) => {
    const value = values[row * width + column];
    const nothing = outside(row, column);
    return nothing ? nothingThere(nothing) : cell(value, most, isSame(value, framed));
  };
  return html`<table class="matrix">
      ${rows.map((row) => html`<tr>${columns.map((column) => each(row, column))}</tr>`)}
    </table>
    ${height > MOST || width > MOST ? html`<p class="small">${t('sum.cut', { shown: MOST, height, width })}</p>` : ''}`;
}

/** The greatest magnitude of those that are finite. */
function greatest(values) {
  return values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
}

/** Values are 32-bit floats, however many digits they come with. */
function isSame(value, other) {
  return other !== undefined && Math.fround(value) === Math.fround(other);
}

function cell(value, most, framed) {
  if (!Number.isFinite(value)) return html`<td class="broken" title=${t('sum.notFinite')}>${decimal(value)}</td>`;
  const bright = Math.abs(value) / most > (value < 0 ? BRIGHT.below : BRIGHT.above);
  return html`<td
    class="${framed ? 'framed' : ''} ${bright ? 'bright' : ''}"
    .style=${`background:${css(value, [-most, most], 'signed')}`}
  >
    ${value.toFixed(2).replace('-', '−')}
  </td>`;
}

function nothingThere({ sign, words }) {
  return html`<td class="padding" title=${t(words)}>${sign}</td>`;
}
