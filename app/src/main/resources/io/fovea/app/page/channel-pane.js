// One channel of the layer, large: its values, and how one of them came about.

import { html } from 'lit-html';
import { arithmeticView } from './arithmetic.js';
import './channel-view.js';
import { nameOf, named } from './channel-names.js';
import { coloured, mapOf } from './colour.js';
import { channelOf, placeOf, planeBeforeOf, planeOf } from './selection.js';
import { update } from './state.js';
import { decimal, t } from './words.js';

export function channelPane(shown, layer) {
  const channel = channelOf(shown);
  return html`<aside class="channel" aria-label=${t('channel.title', { channel: channel + 1 })}>
    <header>
      <h2 aria-live="polite">${t('channel.title', { channel: channel + 1 })}</h2>
      <span class="small">${t('channel.index', { channel })}</span>
      <button
        aria-pressed=${shown.overlay === '1'}
        title=${t('channel.overlayTitle')}
        @click=${() => update({ overlay: shown.overlay ? '' : '1' })}
      >
        ${t('channel.overlay')}
      </button>
    </header>
    ${named(nameOf(shown, layer, channel))} ${planes(shown, layer)} ${facts(shown)} ${arithmeticView(shown, layer)}
  </aside>`;
}

/** The channel; of a ReLU or a pooling what went in beside what came out. */
function planes(shown, layer) {
  const plane = planeOf(shown);
  const before = plane && planeBeforeOf(shown);
  const map = mapOf(shown.map, shown.scale);
  return html`<div class="planes ${before ? 'two' : ''}">
    ${before
      ? html`<figure>
          <fovea-channel .plane=${coloured(before, map, plane)} .label=${t('channel.before')}></fovea-channel>
          <figcaption>${t('channel.before')} ${range(before)}</figcaption>
        </figure>`
      : ''}
    <figure>
      <fovea-channel
        .plane=${coloured(plane, map, before)}
        .size=${layer.size}
        .place=${placeOf(shown)}
        .label=${t('channel.picture')}
        .chosen=${true}
        @point=${(event) => update({ hover: event.detail })}
        @pin=${(event) => update({ hover: null, at: event.detail.map((part) => part + 1).join(',') })}
      ></fovea-channel>
      <figcaption>${before ? t('channel.after') : ''} ${range(plane)}</figcaption>
    </figure>
  </div>`;
}

function range(plane) {
  return plane ? html`<span class="small">${decimal(plane.least)} … ${decimal(plane.greatest)}</span>` : html`<span class="small">&nbsp;</span>`;
}

function facts(shown) {
  const plane = planeOf(shown);
  if (!plane) return html`<p class="small">&nbsp;</p>`;
  const zeros = plane.values.reduce((count, value) => count + (value === 0), 0) / plane.values.length;
  return html`<p class="small">
    ${t('channel.facts', { mean: decimal(plane.mean), deviation: decimal(plane.deviation), zeros: (zeros * 100).toFixed(0) })}
  </p>`;
}
