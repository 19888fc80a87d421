// How one value came about, from the layer's true weights: a view for each kind of arithmetic.

import { html } from 'lit-html';
import { matrix } from './matrix.js';
import { coloursOf } from './selection.js';
import { decimal, t } from './words.js';

const VIEWS = {
  given: () => html`<p>${t('sum.given')}</p>`,
  passed: ({ input }) => html`<p>${t('sum.passed', { input })}</p>`,
  convolved,
  connected: ({ products, bias, value }) => html`${list(products)} ${total(products, bias, value)}`,
  greatest: ({ window, value }) => html`<p>${t('sum.greatest')}</p>${window ? matrix(window, { framed: value }) : ''}${equals('max', value)}`,
  averaged: ({ window, sum, count, value }) => html`${matrix(window)}${equals(`${decimal(sum)} ÷ ${count}`, value)}`,
  channelmean: ({ sum, count, least, greatest, value }) => html`<p>${t('sum.mean', { count, least: decimal(least), greatest: decimal(greatest) })}</p>
    ${equals(`${decimal(sum)} ÷ ${count}`, value)}`,
  rectified: ({ before, value }) => html`<p>${t(before > 0 ? 'sum.kept' : 'sum.zeroed')}</p>${equals(`max(0, ${decimal(before)})`, value)}`,
  clipped: ({ before, ceiling, value }) => equals(`min(${decimal(ceiling)}, max(0, ${decimal(before)}))`, value),
  normalized: ({ before, mean, deviation, scale, offset, value }) =>
    equals(`(${decimal(before)} − ${signed(mean)}) ÷ ${decimal(deviation)} × ${signed(scale)} + ${signed(offset)}`, value),
  balanced: ({ before, divisor, window, value }) =>
    html`<p>${t('sum.balanced', { count: window.length })}</p>${equals(`${decimal(before)} ÷ ${decimal(divisor)}`, value)}`,
  added: ({ summands, value }) => html`<ul class="products">
      ${summands.map((each) => html`<li><span>${each.input}</span><b>${decimal(each.value)}</b></li>`)}
    </ul>
    ${equals(summands.map((each) => signed(each.value)).join(' + '), value)}`,
  joined: ({ input, from }) => html`<p>${t('sum.joined', { input, channel: from.channel + 1 })}</p>`,
  share: ({ own, sum, value, greatest }) => html`<p>${t('sum.share', { greatest: decimal(greatest) })}</p>
    ${equals(`exp(${decimal(own.before - greatest)}) ÷ ${decimal(sum)} = ${decimal(own.exponential)} ÷ ${decimal(sum)}`, value)}`,
};

export function arithmeticView(shown, layer) {
  const { value } = shown;
  if (!value || value.layer !== layer.name) return html`<div class="skeleton block low"></div>`;
  const { arithmetic, kind } = value;
  return html`<section class="arithmetic" aria-label=${t('sum.title')}>
    <p class="small">${place(value)}</p>
    ${VIEWS[kind]?.(arithmetic, coloursOf(shown.network, layer)) ?? ''}
    ${value.next ? html`<p class="small">${t('sum.next', { layer: value.next })} <b>max(0, ${decimal(value.value)}) = ${decimal(value.nextValue)}</b></p>` : ''}
  </section>`;
}

function place({ row, column, field }) {
  const at = { row: row + 1, column: column + 1 };
  if (!field) return t('sum.placeBlind', at);
  return t('sum.place', {
    ...at,
    rows: span(field.top, field.bottom),
    columns: span(field.left, field.right),
  });
}

function span(first, last) {
  return first === last ? `${first + 1}` : `${first + 1}–${last + 1}`;
}

function convolved({ patches, products, bias, value }, colours) {
  if (patches.length === 0) return html`${list(products)} ${total(products, bias, value)}`;
  const names = patches.map((each) => colours?.[each.channel] ?? each.channel + 1);
  const sums = patches.map((each) => signed(each.sum));
  const parts = bias === null ? sums : [...sums, `${t('sum.bias')} ${decimal(bias)}`];
  return html`${patches.map(
    (patch, i) => html`<div class="patch">
      <b class="colour">${names[i]}</b>${matrix(patch.values)}<span>×</span>${matrix(patch.weights)}<span>=</span>
      <b>${decimal(patch.sum)}</b>
    </div>`,
  )}
  ${equals(parts.join(' + '), value)}`;
}

/** The largest products, and what the others come to. */
function list({ largest, others, rest }) {
  return html`<ul class="products">
    ${largest.map(
      ({ place: at, value, weight }) => html`<li>
        <span>${t('sum.channel', { channel: at.channel + 1 })}</span>
        <span>${decimal(value)} × ${signed(weight)}</span><b>${decimal(value * weight)}</b>
      </li>`,
    )}
    ${others > 0 ? html`<li><span>${t('sum.others', { count: others })}</span><span></span><b>${decimal(rest)}</b></li>` : ''}
  </ul>`;
}

function total({ largest, rest }, bias, value) {
  const sum = largest.reduce((all, each) => all + each.value * each.weight, rest);
  return equals(bias === null ? decimal(sum) : `${decimal(sum)} + ${t('sum.bias')} ${decimal(bias)}`, value);
}

function equals(formula, value) {
  return html`<p class="equals"><span>${formula}</span><b>= ${decimal(value)}</b></p>`;
}

function signed(value) {
  return value < 0 ? `(${decimal(value)})` : decimal(value);
}
