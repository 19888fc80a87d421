// How one value came about, from the layer's true weights: a view for each kind of arithmetic.

import { html } from 'lit-html';
import { nameOf } from './channel-names.js';
import { matrix } from './matrix.js';
import { coloursOf, isLive, valueOf } from './selection.js';
import { decimal, t, whole } from './words.js';

/** Columns of a patch that stands beside its weights; a wider one stands above them. */
const NARROW = 3;

/** How the places of a window that lie outside of the input are written, and told. */
const ZERO = { sign: '0', words: 'sum.paddingZero' };
const UNCOUNTED = { sign: '–', words: 'sum.uncounted' };
const LOSES = { sign: '−∞', words: 'sum.outsideLoses' };

const VIEWS = {
  given: ({ value }) => html`<p>${t('sum.given')}</p>${equals('', value)}`,
  passed: ({ input, value }) => html`<p>${t('sum.passed', { input })}</p>${equals(input, value)}`,
  convolved,
  connected: ({ products, bias, value }) => html`${list(products)} ${total(products, bias, value)}`,
  greatest: ({ window, patch, value }, { inputSize }) => html`<p>${t('sum.greatest')}</p>
    ${matrix(window, { framed: value, outside: outside(window, patch, inputSize, () => LOSES) })}${equals('max', value)}`,
  averaged: ({ window, patch, counted, sum, count, value }, { inputSize }) => html`
    ${matrix(window, { outside: outside(window, patch, inputSize, (...at) => (isIn(counted, ...at) ? ZERO : UNCOUNTED)) })}
    ${equals(`${decimal(sum)} ÷ ${whole(count)}`, value)}`,
  channelmean: ({ sum, count, least, greatest, value }) => html`<p>${t('sum.mean', { count: whole(count), least: decimal(least), greatest: decimal(greatest) })}</p>
    ${equals(`${decimal(sum)} ÷ ${whole(count)}`, value)}`,
  rectified: (given) => html`<p>${t(rectifiedWords(given))}</p>${equals(FORMULAS.rectified(given), given.value)}`,
  clipped: (given) => html`<p>${t(clippedWords(given))}</p>${equals(FORMULAS.clipped(given), given.value)}`,
  normalized: ({ before, mean, deviation, scale, offset, value }) =>
    equals(`(${decimal(before)} − ${signed(mean)}) ÷ ${decimal(deviation)} × ${signed(scale)} + ${signed(offset)}`, value),
  balanced: ({ before, divisor, window, value }) =>
    html`<p>${t('sum.balanced', { count: whole(window.length) })}</p>${equals(`${decimal(before)} ÷ ${decimal(divisor)}`, value)}`,
  added: ({ summands, value }) => html`<ul class="products">
      ${summands.map((each) => html`<li><span>${each.input}</span><b>${decimal(each.value)}</b></li>`)}
    </ul>
    ${equals(summands.map((each) => signed(each.value)).join(' + '), value)}`,
  joined: ({ input, from, value }) => html`<p>${t('sum.joined', { input, channel: from.channel + 1 })}</p>${equals(input, value)}`,
  share,
};

/** How a ReLU is written. */
const FORMULAS = {
  rectified: ({ before }) => `max(0, ${decimal(before)})`,
  clipped: ({ before, ceiling }) => `min(${decimal(ceiling)}, max(0, ${decimal(before)}))`,
};

export function arithmeticView(shown, layer) {
  const now = valueOf(shown);
  const value = now ?? (shown.value?.layer === layer.name ? shown.value : null); // keeps the place of the next
  if (!now && isLive(shown.live)) return html`<p class="small">${t('sum.live')}</p>`;
  if (!value) return html`<div class="skeleton block low"></div>`;
  const { arithmetic, kind } = value;
  const has = {
    colours: coloursOf(shown.network, layer),
    inputSize: value.inputSize,
    nameOf: (channel) => nameOf(shown, layer, channel),
  };
  return html`<section class="arithmetic ${now ? '' : 'past'}" aria-label=${t('sum.title')}>
    <p class="small">${place(value)}</p>
    ${VIEWS[kind]?.(arithmetic, has) ?? ''}
    ${value.next.map(next)}
  </section>`;
}

/** What a ReLU behind the layer makes of the value; of several each. */
function next({ layer, kind, arithmetic }) {
  return html`<p class="small next">
    ${t('sum.next', { layer })} <b>${FORMULAS[kind](arithmetic)} = ${decimal(arithmetic.value)}</b>
  </p>`;
}

function rectifiedWords({ before }) {
  if (!Number.isFinite(before)) return 'sum.notFinite';
  return before > 0 ? 'sum.kept' : 'sum.zeroed';
}

function clippedWords({ before, ceiling }) {
  return before > ceiling ? 'sum.clipped' : rectifiedWords({ before });
}

/** What is said of a window's place: nothing inside the input, beyond it what `told` gives for its row and column. */
function outside({ height, width }, { top, left, bottom, right }, [rows, columns], told) {
  const [down, along] = [step(top, bottom, height), step(left, right, width)];
  const input = { top: 0, left: 0, bottom: rows - 1, right: columns - 1 };
  return (row, column) => {
    const at = [top + row * down, left + column * along];
    return isIn(input, ...at) ? null : told(...at);
  };
}

function isIn({ top, left, bottom, right }, row, column) {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** How far apart the values of a window are: more than 1 with dilation. */
function step(first, last, count) {
  return count > 1 ? (last - first) / (count - 1) : 1;
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

function convolved({ patches, others, rest, products, bias, value }, { colours, inputSize }) {
  if (patches.length === 0) return html`${list(products)} ${total(products, bias, value)}`;
  const names = patches.map((each) => colours?.[each.channel] ?? each.channel + 1);
  const sums = [...patches.map((each) => each.sum), ...(others > 0 ? [rest] : [])].map(signed);
  const parts = bias === null ? sums : [...sums, `${t('sum.bias')} ${decimal(bias)}`];
  return html`${patches.map(
    (patch, i) => html`<div class="patch ${patch.values.width > NARROW ? 'wide' : ''}">
      <b class="colour" title=${t('sum.channel', { channel: patch.channel + 1 })}>${names[i]}</b>${matrix(patch.values, { outside: outside(patch.values, patch.patch, inputSize, () => ZERO) })}<span>×</span>${matrix(patch.weights)}<span>=</span>
      <b>${decimal(patch.sum)}</b>
    </div>`,
  )}
  ${others > 0 ? html`<p class="small rest"><span>${t('sum.channels', { count: whole(others) })}</span><b>${decimal(rest)}</b></p>` : ''}
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
    ${others > 0 ? html`<li><span>${t('sum.others', { count: whole(others) })}</span><span></span><b>${decimal(rest)}</b></li>` : ''}
  </ul>`;
}

function total({ largest, rest }, bias, value) {
  const sum = largest.reduce((all, each) => all + each.value * each.weight, Number(rest));
  return equals(bias === null ? decimal(sum) : `${decimal(sum)} + ${t('sum.bias')} ${decimal(bias)}`, value);
}

/** A softmax: what is largest beside the value, what the rest comes to, and the quotient. */
function share({ axis, greatest, own, others, restCount, rest, sum, value }, { nameOf }) {
  const all = [own, ...others].sort((one, other) => other.exponential - one.exponential);
  return html`<p>${t('sum.share', { greatest: decimal(greatest) })}</p>
    <ul class="products exponentials">
      ${all.map(
        (each) => html`<li aria-current=${each === own}>
          <span>${(axis === 'channel' && nameOf(each.index)) || t(`sum.axis.${axis}`, { number: each.index + 1 })}</span>
          <span>exp(${decimal(each.before)} − ${signed(greatest)})</span><b>${decimal(each.exponential)}</b>
        </li>`,
      )}
      ${restCount > 0 ? html`<li><span>${t('sum.others', { count: whole(restCount) })}</span><span></span><b>${decimal(rest)}</b></li>` : ''}
      <li><span>${t('sum.together')}</span><span></span><b>${decimal(sum)}</b></li>
    </ul>
    ${equals(`${decimal(own.exponential)} ÷ ${decimal(sum)}`, value)}`;
}

function equals(formula, value) {
  return html`<p class="equals"><span>${formula}</span><b>= ${decimal(value)}</b></p>`;
}

function signed(value) {
  return value < 0 ? `(${decimal(value)})` : decimal(value);
}
