// What a person takes along: the Save menu of the selected layer, and the report of the whole look.

import { html, nothing, render } from 'lit-html';
import { address } from './api.js';
import { mapOf } from './colour.js';
import { copy } from './copy.js';
import { closeMenu, moveInMenu, placeMenu } from './menu.js';
import { isFound } from './network-layers.js';
import { openLines } from './save-lines.js';
import { channelOf, isLive, layerOf, shownLayer, sortOf } from './selection.js';
import { state, update } from './state.js';
import { networkTable } from './table.js';
import { language, t } from './words.js';

const MENU = 'save-menu';
const TABLE = 1100; // pixels: so wide a table shows all its columns

/** What of the pane is for the screen alone. */
const CONTROLS = '.controls, .switch, header button, .find-none button';

/** A button that opens a menu of all that can be saved of what is shown. */
export function saveMenu(shown, layer) {
  const rows = isLive(shown.live) ? rowsLive : rowsHeld;
  return html`<span class="save">
    <button id="save" class="menu-button" popovertarget=${MENU} aria-haspopup="menu">${t('save.save')}</button>
    <div id=${MENU} class="menu" role="menu" popover aria-label=${t('save.save')} @toggle=${placeMenu} @keydown=${moveInMenu} @click=${closeMenu}>${rows(shown, layer)}</div>
  </span>`;
}

/** The server keeps no moving picture: of one there is only what the page paints. */
function rowsLive(shown, layer) {
  return html`${asPainted(shown, layer)} ${ofNetwork(shown)}
      <hr />
      <span role="menuitem" aria-disabled="true" tabindex="-1" class="dim">${t('live.freezeToSave')}</span>`;
}

function rowsHeld(shown, layer) {
  const asked = lookAsked(shown, layer);
  const channel = { ...asked, channel: channelOf(shown) };
  const number = channel.channel + 1;
  const planes = hasPlanes(layer);
  return html`${file('api/montage.png', asked, t('save.montage'), 'PNG')} ${planes ? file('api/channel.png', channel, t('save.channel', { number }), 'PNG') : nothing}
      ${asPainted(shown, layer)}
      <hr />
      ${file('api/activation.npy', asked, t('save.activation'), 'NPY')}
      ${planes ? file('api/activation.npy', channel, t('save.channelValues', { number }), 'NPY') : nothing}
      ${shown.look?.scores.length ? file('api/scores.csv', asked, t('save.scores'), 'CSV') : nothing}
      <hr />
      ${file('api/report.html', { ...channel, language: language() }, t('save.report'), 'HTML')}
      ${ofNetwork(shown)}
      <hr />
      ${act(() => copy(location.href), t('page.copyLink'), '')}
      ${act(() => openLines(planes ? channel : asked), t('save.lines'), '')}`;
}

function hasPlanes({ size }) {
  return size?.[0] * size?.[1] > 1;
}

/** Whether the page paints a picture of the layer. */
function hasPicture({ view }, layer) {
  return hasPlanes(layer) || view === 'weights';
}

function asPainted(shown, layer) {
  return html`${hasPicture(shown, layer) ? act(savePainted, t('save.painted'), 'PNG') : nothing} ${act(savePane, t('save.pane'), 'PNG')}`;
}

function ofNetwork(shown) {
  const { network: { layers }, search } = shown;
  return html`${act(() => saveGraph(shown), t('save.graph'), 'PNG')} ${file('api/graph.svg', graphAsked(shown), t('save.graph'), 'SVG')}
    ${layers.some((layer) => isFound(layer, search)) ? act(() => saveTable(shown), t('save.table'), 'PNG') : nothing}`;
}

/** With what the layers make of the picture, unless it moves. */
function graphAsked({ model, open, input, live, look }) {
  return { model, open, input: look && !isLive(live) ? input : undefined };
}

/** The graph as the server draws it; what paints it is loaded when somebody wants it. */
async function saveGraph(shown) {
  const painter = await orLost(import('./graph-picture.js'));
  const canvas = painter && (await orLost(painter.pictureOf(address('api/graph.svg', graphAsked(shown)))));
  if (canvas) give(canvas, `${shown.network.name}-graph`);
}

/** The table as it is sorted and searched, with all its columns, whether or not it is on the screen. */
function saveTable(shown) {
  const place = document.createElement('div');
  render(networkTable(shown), place);
  const { name } = shown.network;
  const caption = [name, shown.search].filter(Boolean).join(' · ');
  savePart(place.firstElementChild, `${name}-layers`, { width: TABLE, caption });
}

/** The layer from its words down to one value, whole, whatever of it is in sight. */
function savePane({ target }) {
  const { network, taken } = state;
  const caption = [network.name, taken?.name].filter(Boolean).join(' · ');
  savePart(target.closest('.layer-pane'), `${document.title}-pane`, { without: CONTROLS, caption });
}

/** Saves a part of the page as a picture. */
export async function savePart(part, name, how) {
  const painter = await orLost(import('./part-picture.js'));
  if (painter) give(painter.pictureOf(part, how), name);
}

/** What comes from the server; nothing where it doesn't answer, which is said. */
function orLost(promise) {
  return promise.catch(() => tell(t('page.lost')));
}

/** A link to the report of the network and the picture, whole in one file; of a picture that moves there is none. */
export function reportLink(shown) {
  const layer = layerOf(shown);
  if (!layer || !shown.input || isLive(shown.live)) return nothing;
  const asked = { ...lookAsked(shown, layer), channel: channelOf(shown), language: language() };
  return html`<a id="report" class="button" download href=${address('api/report.html', asked)} title=${t('save.reportTitle')}>${t('save.reportShort')}</a>`;
}

/** What is shown, as the server is asked for it. */
function lookAsked(shown, layer) {
  const { model, input, scale } = shown;
  return { model, input, layer: shownLayer(shown) ?? layer.name, scale, map: mapOf(shown.map, scale), sort: sortOf(shown, layer) };
}

function file(path, query, words, kind) {
  return html`<a role="menuitem" tabindex="-1" download href=${address(path, query)}><span>${words}</span><span class="dim">${kind}</span></a>`;
}

function act(work, words, kind) {
  return html`<button role="menuitem" tabindex="-1" @click=${work}><span>${words}</span><span class="dim">${kind}</span></button>`;
}

/** The layer's picture just as the page paints it. */
function savePainted(event) {
  const body = event.target.closest('.layer-pane').querySelector('.layer-body');
  const canvas = body.querySelector('fovea-montage')?.picture() ?? largest(body.querySelectorAll('canvas'));
  if (canvas) give(canvas);
}

/** Gives a canvas as a file. */
function give(canvas, name = document.title) {
  canvas.toBlob((blob) => (blob ? download(blob, name) : tell(t('save.tooLarge'))));
}

function download(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${name.replace(/[^\p{L}\p{N}._]+/gu, '-')}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

function tell(sentence) {
  update({ faults: { ...state.faults, save: new Error(sentence) } });
}

function largest(canvases) {
  return [...canvases].sort((one, other) => area(other) - area(one))[0];
}

function area({ width, height }) {
  return width * height;
}
