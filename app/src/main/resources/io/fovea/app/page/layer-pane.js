// The right pane: the selected layer from its words down to one value.

import { html } from 'lit-html';
import { barsView } from './bars.js';
import { channelPane } from './channel-pane.js';
import { findStrip } from './find.js';
import { controls } from './layer-controls.js';
import { layerHead } from './layer-head.js';
import { montageView } from './montage-view.js';
import { hasBars, isRefused, layerOf, viewOf } from './selection.js';
import { t } from './words.js';
import { weightsView } from './weights-view.js';

export function layerPane(shown) {
  const layer = layerOf(shown);
  if (!layer) return shown.faults.network ? nothingThere() : waiting();
  return html`<section class="pane layer-pane" aria-label=${layer.name}>
    ${layerHead(shown, layer)} ${controls(shown, layer)}
    <div class="layer-body">${body(shown, layer)}</div>
    ${findStrip(shown)}
  </section>`;
}

function body(shown, layer) {
  if (viewOf(shown) === 'weights') return weightsView(shown, layer);
  if (!layer.size || isRefused(shown)) return html`<p class="empty">${t('layer.noActivation')}</p>`;
  if (hasBars(shown)) return barsView(shown, layer);
  return html`${montageView(shown, layer)} ${channelPane(shown, layer)}`;
}

function nothingThere() {
  return html`<section class="pane layer-pane"><p class="empty">${t('page.noNetwork')}</p></section>`;
}

/** What the first moment looks like: the places of what will come. */
function waiting() {
  return html`<section class="pane layer-pane" aria-busy="true">
    <div class="skeleton line"></div>
    <div class="skeleton line short"></div>
    <div class="skeleton block"></div>
  </section>`;
}
