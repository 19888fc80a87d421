// The middle pane: layer beside layer, each with how much it changed.

import { html } from 'lit-html';
import { answerOf, explore, isBehind, sideOf } from './compare-data.js';
import './gray-picture.js';
import { apart, middle } from './names.js';
import { update } from './state.js';
import { size, t, whole } from './words.js';

/** Where a change begins to mean that two have nothing to do with each other. */
const UNRELATED = Math.SQRT2;

export function comparedRows(shown) {
  const answer = answerOf(shown);
  if (answer) requestAnimationFrame(() => reveal(`${shown.layer} ${shown.compareOrder}`));
  return html`<section class="pane compared-rows" aria-label=${t('compare.layers')} aria-busy=${isBehind(shown, 'compared')}>
    <header>
      <h2 class="label" title=${t('compare.unit')}>${t('compare.change')}</h2>
      ${order(shown)}
    </header>
    ${answer
      ? html`<ol @keydown=${step}>${sorted(shown, answer.head.rows).map((row) => html`<li>${line(shown, row, answer.body)}</li>`)}</ol>`
      : skeletons(shown)}
  </section>`;
}

/** Brings the selected layer into sight when it is another one, or stands elsewhere. */
function reveal(which) {
  const pane = document.querySelector('.compared-rows');
  const row = pane?.querySelector('.compared-row[aria-current=true]');
  if (!row || pane.dataset.revealed === which) return;
  pane.dataset.revealed = which;
  const top = row.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  if (top < 0 || top + row.offsetHeight > pane.clientHeight) pane.scrollTop += top - pane.clientHeight / 2;
}

function order(shown) {
  const now = shown.compareOrder ?? 'order';
  return html`<span class="switch" role="group" aria-label=${t('compare.sort')}>
    ${['order', 'most'].map(
      (each) => html`<button aria-pressed=${now === each} @click=${() => update({ compareOrder: each })}>${t(`compare.sort.${each}`)}</button>`,
    )}
  </span>`;
}

function sorted(shown, rows) {
  return shown.compareOrder === 'most' ? [...rows].sort((one, other) => changeOf(other) - changeOf(one)) : rows;
}

function line(shown, row, body) {
  const both = Boolean(row.size && row.otherSize);
  const open = () => (both ? update({ layer: row.name, channel: 0, at: '' }) : explore(row.size ? 'A' : 'B', row.name));
  const current = both && row.name === shown.layer;
  return html`<button class="compared-row" data-both=${both ? 'yes' : 'no'} aria-current=${current ? 'true' : 'false'} title=${hint(row)} @click=${open}>
    <fovea-gray class=${row.picture ? '' : 'none'} .picture=${pictured(row.picture, body)}></fovea-gray>
    <fovea-gray class=${row.otherPicture ? '' : 'none'} .picture=${pictured(row.otherPicture, body)}></fovea-gray>
    <span class="name"><i class="swatch" data-kind=${row.kind}></i>${apart(middle(row.name))}</span>
    ${row.comparable ? measure(row) : html`<span class="small apart">${unlike(shown, row)}</span>`}
  </button>`;
}

/** What can't be told stands behind all that can. */
function changeOf({ change }) {
  return Number.isFinite(change) ? change : -1;
}

function measure({ change }) {
  if (!Number.isFinite(change)) return html`<span class="small apart">${t('compare.notFinite')}</span>`;
  return html`<meter min="0" max="2" .value=${change} aria-label=${t('compare.change')}></meter>
    <span class="number">${change.toFixed(2)}</span>`;
}

function unlike(shown, { size: own, otherSize, matched }) {
  if (!otherSize) return t('compare.onlyIn', { model: sideOf(shown, 'A').model });
  if (!own) return t('compare.onlyIn', { model: sideOf(shown, 'B').model });
  if (matched === 'label') return t('compare.classes');
  return t('compare.channels', { before: whole(own[2]), after: whole(otherSize[2]) });
}

function hint({ name, otherName, size: own, otherSize, change, placeByPlace, comparable, oneScale }) {
  const names = otherName && otherName !== name ? `${name} · ${otherName}` : name;
  const sizes = [own, otherSize].filter(Boolean).map(size);
  const lines = [names, [...new Set(sizes)].join(' → ')];
  if (typeof change === 'number') lines.push(change < UNRELATED * 0.95 ? t('compare.unit') : t('compare.unrelated'));
  if (placeByPlace === false) lines.push(t('compare.otherSize'));
  if (comparable) lines.push(oneScale ? t('compare.oneScale') : t('compare.scaleEach'));
  return lines.join('\n');
}

const pictures = new WeakMap();

function pictured(picture, body) {
  if (!picture) return null;
  const { height, width, offset } = picture;
  const made = pictures.get(picture) ?? { height, width, levels: new Uint8Array(body, offset, height * width) };
  pictures.set(picture, made);
  return made;
}

function skeletons(shown) {
  const count = Math.min(shown.network?.layers.length ?? 12, 40);
  return html`<ol aria-hidden="true">${Array.from({ length: count }, () => html`<li><div class="compared-row skeleton"></div></li>`)}</ol>`;
}

/** The arrows go through the layers, and open those that can be compared: the others lead to another tab. */
function step(event) {
  const by = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
  const next = by && event.target.closest('li')?.[by]?.querySelector('button');
  if (!next) return;
  event.preventDefault();
  next.focus();
  if (next.dataset.both === 'yes') next.click();
}
