// A layer of one value a channel on both sides: numbers, those furthest apart first.

import { html, svg } from 'lit-html';
import { explore } from './compare-data.js';
import { decimal, t, whole } from './words.js';

const MOST = 40;

export function valueTable(told) {
  const rows = told.ranked.slice(0, MOST);
  const most = Math.max(0, ...rows.map(apart).filter(Number.isFinite).map(Math.abs));
  return html`<table class="both-values">
    <caption class="label">${whatIsShown(told, rows.length)}</caption>
    <thead><tr>
      <th scope="col">${t('compare.channelHead')}</th>
      <th scope="col">A</th>
      <th scope="col">B</th>
      <th scope="col">B − A</th>
      <th scope="col">${most > 0 ? axis(most) : ''}</th>
    </tr></thead>
    <tbody>${rows.map((each, place) => row(told, each, place, most))}</tbody>
  </table>`;
}

/** How many of what was compared. */
function whatIsShown({ shared, matched }, count) {
  const values = { count: whole(count), channels: whole(shared) };
  if (matched === 'label') return count === shared ? t('compare.furthestShared', values) : t('compare.furthestSharedOf', values);
  return count === shared ? t('compare.furthest', values) : t('compare.furthestOf', values);
}

/** The ends of the bars; where nothing is apart there are none. */
function axis(most) {
  return html`<div class="bars"><span>−${decimal(most)}</span><span>0</span><span>+${decimal(most)}</span></div>`;
}

/** NaN where a side isn't finite: it can't be told. */
function apart({ meanBefore, meanAfter }) {
  return Number.isFinite(meanAfter) && Number.isFinite(meanBefore) ? meanAfter - meanBefore : NaN;
}

function row(told, each, place, most) {
  const number = each.channel + 1;
  const by = apart(each);
  return html`<tr>
    <th scope="row">
      ${go('A', told.layer, number, told.labels[place] ?? '')}
    </th>
    <td>${text(each.meanBefore)}</td>
    <td>${text(each.meanAfter)}</td>
    <td>${by > 0 ? '+' : ''}${text(by)}</td>
    <td>${bar(by / most)}</td>
  </tr>`;
}

/** Two sides without one number of channels: the greatest values of each. */
export function valueLists(told) {
  return html`<section class="beside">
    ${valueList('A', told.layer, told.before, told.size[2])} ${valueList('B', told.otherLayer, told.after, told.otherSize[2])}
  </section>`;
}

function valueList(side, layer, values, channels) {
  const rows = values.slice(0, MOST);
  const shown = { side, count: whole(rows.length), channels: whole(channels) };
  return html`<table class="both-values">
    <caption class="label">${rows.length === channels ? t('compare.values', shown) : t('compare.greatestOf', shown)}</caption>
    <tbody>${rows.map(
      ({ channel, value, label }) => html`<tr>
        <th scope="row">${go(side, layer, channel + 1, label)}</th>
        <td>${text(value)}</td>
      </tr>`,
    )}</tbody>
  </table>`;
}

function go(side, layer, number, label) {
  const title = t('compare.go', { side, layer, number });
  return html`<button class="quiet" title=${title} @click=${() => explore(side, layer, number)}><b>${number}</b> ${label}</button>`;
}

function text(value) {
  return Number.isFinite(value) ? decimal(value) : '–';
}

/** From the middle, which is 0: to the right above it, to the left below it. */
function bar(share) {
  const long = Number.isFinite(share) ? Math.abs(share) : 0;
  return html`<svg class=${share < 0 ? 'below' : 'above'} viewBox="-1 0 2 1" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect x=${share < 0 ? -long : 0} y="0" width=${long} height="1" />`}
  </svg>`;
}
