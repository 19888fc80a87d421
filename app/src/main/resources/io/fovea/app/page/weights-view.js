// What a layer has learned: its weights as pictures, and how their values lie.

import { html } from 'lit-html';
import './histogram.js';
import './legend.js';
import { matrix } from './matrix.js';
import { channelOf } from './selection.js';
import './weight-tiles.js';
import { update } from './state.js';
import { decimal, t, whole } from './words.js';

export function weightsView(shown, layer) {
  const layers = `${shown.model}\n${layer.name}\n`;
  const weights = shown.weightsFor?.startsWith(layers) ? shown.weights : null;
  if (!weights) return html`<div class="skeleton block"></div>`;
  const { head } = weights;
  const tilesAreFilters = head.kind === 'colour' || (head.kind === 'slices' && !head.sliced);
  return html`<div class="weights" aria-busy=${head.sliced && shown.weightsFor !== layers + channelOf(shown)}>
      <p class="small">${t(`weights.${head.kind}`, { count: whole(head.count), rows: whole(head.whole[0]), columns: whole(head.whole[1]) })}</p>
      ${head.kind === 'slices' && head.sliced ? filters(shown, head) : ''}
      <fovea-weights
        .weights=${weights}
        .selected=${tilesAreFilters ? channelOf(shown) : -1}
        .label=${t('weights.picture', { layer: layer.name })}
        @filter=${(event) => update({ channel: event.detail + 1 })}
      ></fovea-weights>
      ${ends(head)} ${head.kind === 'slices' ? html`<p class="small">${t('weights.lessMean')}</p>` : ''}
    </div>
    <aside class="channel">
      ${head.kind === 'colour' ? numbers(weights, Math.min(channelOf(shown), head.count - 1)) : ''}
      ${head.histograms.map(
        (each) => html`<figure>
          <figcaption>
            <b>${each.name}</b>
            <span class="small">${t('weights.lie', { mean: decimal(each.mean), deviation: decimal(each.deviation) })}</span>
          </figcaption>
          <fovea-histogram .histogram=${each} .label=${t('weights.histogram', { name: each.name })}></fovea-histogram>
        </figure>`,
      )}
    </aside>`;
}

/** The scale's two ends, where all tiles have the same. */
function ends({ limits, kind }) {
  const [{ least, greatest }] = limits;
  const same = limits.every((each) => each.least === least && each.greatest === greatest);
  if (!same) return html`<p class="small">${t('weights.eachOwn')}</p>`;
  return html`<fovea-legend .map=${kind === 'matrix' ? 'signed' : 'gray'} .limits=${[least, greatest]}></fovea-legend>`;
}

/** The weights of one filter as numbers, a matrix a colour. */
function numbers({ head, body }, filter) {
  const { height, width, order, limits } = head;
  const { least, greatest } = limits[filter];
  const colours = [...order];
  const area = height * width;
  const values = new Float32Array(body, filter * colours.length * area * 4, colours.length * area);
  return html`<h2>${t('weights.numbers', { filter: filter + 1, least: decimal(least), greatest: decimal(greatest) })}</h2>
    ${colours.map(
      (colour, i) => html`<div class="patch"><b class="colour">${colour}</b>
        ${matrix({ height, width, values: Array.from(values.subarray(i * area, (i + 1) * area)) })}
      </div>`,
    )}`;
}

function filters(shown, head) {
  const filter = channelOf(shown);
  return html`<label class="small">
    ${t('weights.filter')}
    <input
      type="number"
      min="1"
      max=${head.filters}
      .value=${String(filter + 1)}
      @change=${(event) => update({ channel: Math.min(Math.max(Number(event.target.value) || 1, 1), head.filters), at: '' })}
    />
    ${t('weights.filterOf', { count: whole(head.filters) })}
  </label>`;
}
