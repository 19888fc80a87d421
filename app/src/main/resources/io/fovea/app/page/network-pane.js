// The middle pane: the layers.

import { html } from 'lit-html';
import { update } from './state.js';
import { size, t } from './words.js';

export function networkPane(shown) {
  const layers = shown.network?.layers ?? [];
  return html`<section class="pane network-pane" aria-label=${t('network.title')}>
    <ol class="layers">
      ${layers.map(
        (layer) => html`<li>
          <button aria-current=${layer.name === shown.layer} @click=${() => update({ layer: layer.name, channel: 0 })}>
            <i class="swatch" data-kind=${layer.kind}></i>${layer.name} <span class="small">${size(layer.size ?? [])}</span>
          </button>
        </li>`,
      )}
    </ol>
  </section>`;
}
