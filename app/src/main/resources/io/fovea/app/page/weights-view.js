// What a layer has learned: its weights as pictures, and how their values lie.

import { html } from 'lit-html';
import './histogram.js';
import './weight-tiles.js';
import { update } from './state.js';
import { decimal, t } from './words.js';

export function weightsView(shown, layer) {
  const weights = shown.weightsFor === `${shown.model}\n${layer.name}\n${shown.filter ?? 0}` ? shown.weights : null;
  if (!weights) return html`<div class="skeleton block"></div>`;
  const { head } = weights;
  return html`<div class="weights">
      <p class="small">${t(`weights.${head.kind}`, { count: head.count, rows: head.whole[0], columns: head.whole[1] })}</p>
      ${head.kind === 'slices' && head.count !== head.filters ? filters(shown, head) : ''}
      <fovea-weights .weights=${weights} .label=${t('weights.picture', { layer: layer.name })}></fovea-weights>
    </div>
    <aside class="channel">
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

function filters(shown, head) {
  const filter = shown.filter ?? 0;
  return html`<label class="small">
    ${t('weights.filter')}
    <input
      type="number"
      min="1"
      max=${head.filters}
      .value=${String(filter + 1)}
      @change=${(event) => update({ filter: Math.min(Math.max(Number(event.target.value) || 1, 1), head.filters) - 1 })}
    />
    ${t('weights.filterOf', { count: head.filters })}
  </label>`;
}
