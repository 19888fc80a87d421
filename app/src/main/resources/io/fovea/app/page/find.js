// The strip of who sees the box: the channels that stand out most inside it.

import { html } from 'lit-html';
import { binary } from './api.js';
import { nameOf } from './channel-names.js';
import './gray-picture.js';
import { apart, middle } from './names.js';
import { follower } from './newest.js';
import { isLive } from './selection.js';
import { state, subscribe, update } from './state.js';
import { decimal, sentenceOf, t, whole } from './words.js';

const COUNT = 24;
const SIZE = 56;
const LEAST_SIGMA = 0.05; // what is written as 0.0 stands out from nothing

const ask = follower('seen', ({ attempt, ...query }, how) => binary('api/find', query, how));

/** The strip for the box that is drawn; nothing but its voice where there is none. */
export function findStrip(shown) {
  return html`<p class="heard" role="status">${shown.box ? said(shown) : ''}</p>
    ${shown.box ? strip(shown) : ''}`;
}

function strip(shown) {
  const { value, fault, busy } = shown.seen ?? { busy: true };
  return html`<section class="find" aria-label=${t('find.title')} aria-busy=${Boolean(busy)} @keydown=${leave}>
    <header>
      <h2>${t('find.title')}</h2>
      <span class="small" title=${t('find.sigma')}>${value && !fault ? examined(shown, value.head) : t('find.looking')}</span>
      ${among(shown)}
      <button class="quiet" aria-label=${t('find.close')} title=${t('find.close')} @click=${close}>✕</button>
    </header>
    ${fault ? failed(fault) : value ? found(shown, value) : skeletons()}
  </section>`;
}

function examined(shown, { channels, layers }) {
  const kind = rectifiedAlone(shown) ? 'find.examinedRelu' : 'find.examined';
  return t(kind, { channels: whole(channels), layers: whole(layers) });
}

/** A network without such layers is searched whole. */
function rectifiedAlone(shown) {
  return shown.among !== 'all' && shown.network?.layers.some((layer) => layer.kind === 'activation');
}

function among(shown) {
  return html`<span class="switch" role="group" aria-label=${t('find.among')}>
    ${['relu', 'all'].map(
      (which) => html`<button aria-pressed=${shown.among === which} @click=${() => update({ among: which })}>
        ${t(`find.${which}`)}
      </button>`,
    )}
  </span>`;
}

function found(shown, { head, body }) {
  const those = standingOut(head);
  if (those.length === 0) return html`<p class="find-none">${t('find.none')}</p>`;
  return html`<ol class="find-list">
    ${those.map((each) => html`<li>${card(shown, each, body)}</li>`)}
  </ol>`;
}

/** Those that do by what is written: of a box round all of the picture none. */
function standingOut({ found: all }) {
  return all.filter(({ sigma }) => sigma >= LEAST_SIGMA);
}

function card(shown, each, body) {
  const { layer, channel, sigma } = each;
  const values = { layer, channel: channel + 1, index: channel, sigma: sigma.toFixed(1) };
  const chosen = shown.layer === layer && shown.channel === channel + 1;
  const own = shown.network?.layers.find((one) => one.name === layer);
  const words = [t('find.card', values), own && nameOf(shown, own, channel)].filter(Boolean).join(' · ');
  return html`<button
    class="found"
    aria-current=${chosen}
    aria-label=${words}
    title=${`${words}\n${t('find.means', { inside: decimal(each.inside), mean: decimal(each.mean) })}`}
    @click=${() => update({ layer, channel: channel + 1, at: '', view: 'activation' })}
  >
    <fovea-gray .picture=${picture(each, body)}></fovea-gray>
    <span class="name">${apart(middle(layer))}</span>
    <span class="small"><b>${channel + 1}</b> · ${sigma.toFixed(1)} σ</span>
  </button>`;
}

const pictures = new WeakMap();

/** The same object for the same answer, so that nothing is painted twice. */
function picture(each, body) {
  const { height, width, offset } = each;
  const made = pictures.get(each) ?? { height, width, levels: new Uint8Array(body, offset, height * width) };
  pictures.set(each, made);
  return made;
}

function skeletons() {
  return html`<ol class="find-list" aria-hidden="true">
    ${Array.from({ length: COUNT }, () => html`<li><div class="found skeleton"></div></li>`)}
  </ol>`;
}

function failed(fault) {
  return html`<p class="find-none" role="alert">
    ${sentenceOf(fault)}
    <button @click=${again}>${t('page.again')}</button>
  </p>`;
}

function said(shown) {
  const { value, busy, fault } = shown.seen ?? { busy: true };
  if (busy || fault) return '';
  const those = standingOut(value.head);
  const [best] = those;
  if (!best) return t('find.none');
  return t('find.said', {
    count: whole(those.length),
    layer: best.layer,
    channel: best.channel + 1,
    sigma: best.sigma.toFixed(1),
  });
}

function close() {
  update({ box: '' });
}

/** Escape in the strip closes the strip, and leaves the channel open. */
function leave(event) {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  close();
}

function again() {
  update({ seenAttempt: (state.seenAttempt ?? 0) + 1 });
}

function follow({ tab, network, model, input, box, among: which, live, seenAttempt = 0 }) {
  if (tab !== 'explore') return;
  ask(network && input && box && !isLive(live) && { model, input, box, among: which, size: SIZE, count: COUNT, attempt: seenAttempt });
}

subscribe(follow);
