// The panel of a camera or a film: which, how fast, hold and end.

import { html } from 'lit-html';
import { freeze, startCamera, stopLive } from './live.js';
import { isLive } from './selection.js';
import { t } from './words.js';

export function livePanel({ live }) {
  if (!live) return '';
  return html`<div class="live">
    ${live.fault ? html`<p class="input-fault" role="alert"><span>${live.fault}</span></p>` : ''}
    ${live.opening ? html`<p class="small" role="status">${t(`live.opening.${live.kind}`)}</p>` : ''}
    ${live.name === undefined ? '' : running(live)} ${choice(live)}
    ${live.kind === 'camera' ? html`<p class="small">${t('live.private')}</p>` : ''}
  </div>`;
}

function running(live) {
  const words = live.moving ? t('live.freeze') : t('live.goOn');
  return html`<p class="small"><b>${live.name}</b> · ${live.height} × ${live.width}</p>
    <p class="small" aria-live="off">${isLive(live) ? rate(live) : t('live.frozen')}</p>
    ${isLive(live) ? html`<p class="small">${t('live.scaled')}</p>` : ''}
    <div class="live-buttons">
      <button aria-pressed=${!live.moving} @click=${freeze}>${words} <kbd>f</kbd></button>
      <button @click=${stopLive}>${t('live.stop')}</button>
    </div>`;
}

function rate({ rate: pictures, milliseconds }) {
  if (!pictures) return '\u00a0';
  return t('live.rate', { rate: pictures.toFixed(0), milliseconds: milliseconds.toFixed(1) });
}

function choice(live) {
  if (live.kind !== 'camera') return '';
  if (live.fault && live.name === undefined) {
    return html`<button @click=${() => startCamera()}>${t('live.again')}</button>`;
  }
  if ((live.cameras?.length ?? 0) < 2) return '';
  return html`<select aria-label=${t('live.which')} @change=${(event) => startCamera(event.target.value)}>
    ${live.cameras.map((each) => html`<option value=${each.id} .selected=${each.id === live.id}>${each.name}</option>`)}
  </select>`;
}
