// The middle pane: the network as a graph or a table, its totals, its faults, and the search.

import { html, nothing } from 'lit-html';
import './graph.js';
import { isFound, openBlocks, select } from './network-layers.js';
import { isLive, isRefused } from './selection.js';
import { networkTable } from './table.js';
import { update } from './state.js';
import { language, t, whole } from './words.js';

const SKELETONS = 12;
const ZOOM_STEP = 1.4;

/** The pane. */
export function networkPane(shown) {
  const table = shown.show === 'table';
  return html`<section class="pane network-pane ${table ? 'is-table' : 'is-graph'}" aria-label=${t('network.title')}>
    <header class="network-head">
      <h2 class="label">${t('network.title')}</h2>
      ${switchOf(shown)} ${search(shown)}
    </header>
    ${faults(shown, table)} ${body(shown, table)}
    <footer class="network-foot">
      <p class="network-totals">${totals(shown)}</p>
      ${table ? nothing : tools(shown)}
    </footer>
  </section>`;
}

function switchOf(shown) {
  return html`<div class="switch" role="group" aria-label=${t('network.view')}>
    ${['graph', 'table'].map(
      (each) =>
        html`<button aria-pressed=${(shown.show === 'table') === (each === 'table')} @click=${() => update({ show: each })}>
          ${t(`network.${each}`)}
        </button>`,
    )}
  </div>`;
}

function search(shown) {
  return html`<div class="network-search">
    <input
      id="search"
      type="search"
      autocomplete="off"
      spellcheck="false"
      aria-label=${t('network.search')}
      placeholder=${t('network.searchHint')}
      .value=${shown.search ?? ''}
      @input=${(event) => update({ search: event.target.value })}
      @keydown=${(event) => searchKey(event, shown)}
    />
    <span class="network-found" role="status">${count(shown)}</span>
  </div>`;
}

function searchKey(event, shown) {
  if (event.key === 'Enter') {
    const first = found(shown)[0];
    if (first && shown.search) select(first.name);
  } else if (event.key === 'Escape') {
    event.stopPropagation();
    update({ search: '' });
    event.target.blur();
  }
}

function found({ network, search }) {
  return (network?.layers ?? []).filter((layer) => isFound(layer, search));
}

function count(shown) {
  if (!shown.search || !shown.network) return nothing;
  return t('network.found', { found: whole(found(shown).length), all: whole(shown.network.layers.length) });
}

function totals({ network, faults: known }) {
  if (!network) return known.network ? nothing : html`<span class="skeleton line"></span>`;
  return t('network.totals', { layers: whole(network.totals.layers) });
}

function tools({ blocks, open }) {
  const shut = (blocks ?? []).filter((id) => !openBlocks(open).includes(id));
  return html`<div class="graph-tools">
    ${blocks?.length
      ? shut.length
        ? tool('openAll', '⊞', () => update({ open: blocks.join(',') }))
        : tool('closeAll', '⊟', () => update({ open: '' }))
      : nothing}
    ${tool('smaller', '−', (graph) => graph.zoomBy(1 / ZOOM_STEP))} ${tool('larger', '+', (graph) => graph.zoomBy(ZOOM_STEP))}
    ${tool('width', '↔', (graph) => graph.fitWidth())} ${tool('fit', '⤢', (graph) => graph.fit())}
  </div>`;
}

/** A button that does something to the graph. */
function tool(name, sign, act) {
  const press = (event) => act(event.target.closest('.network-pane').querySelector('fovea-graph'));
  return html`<button aria-label=${t(`network.${name}`)} title=${t(`network.${name}`)} @click=${press}>
    <span aria-hidden="true">${sign}</span>
  </button>`;
}

/** Above the table all faults; above the graph those that have no layer to stand at, and a way to the first. */
function faults({ network }, table) {
  const all = network?.faults ?? [];
  if (all.length === 0) return nothing;
  const placed = new Set(network.layers.map((layer) => layer.name));
  const listed = table ? all : all.filter((fault) => !placed.has(fault.layer));
  const there = all.filter((fault) => placed.has(fault.layer));
  const first = there.find((fault) => fault.severity === 'error') ?? there[0];
  return html`<div class="network-faults">
    <p class="fault-count">
      <span class="fault-mark" aria-hidden="true">!</span>
      ${all.length === 1 ? t('network.oneFault') : t('network.faults', { count: whole(all.length) })}
      ${!table && first
        ? html`<button @click=${() => select(first.layer)}>${t('network.goThere', { layer: first.layer })}</button>`
        : nothing}
    </p>
    ${listed.length ? html`<ul>${listed.map((fault) => faultLine(fault, placed.has(fault.layer)))}</ul>` : nothing}
  </div>`;
}

function faultLine(fault, placed) {
  const word = t(fault.severity === 'warning' ? 'network.warning' : 'network.fault');
  return html`<li class=${fault.severity}>
    <span class="fault-word">${word}</span>
    ${placed ? html`<button class="link" @click=${() => select(fault.layer)}>${fault.layer}</button>` : fault.layer}
    ${fault.message}
  </li>`;
}

/** The graph stays where it was while the table is shown, or nothing is found. */
function body(shown, table) {
  if (!shown.network) return shown.faults.network ? nothing : skeleton();
  const { network, model, look, layer, open, search } = shown;
  const nothingFound = search && found(shown).length === 0;
  return html`<fovea-graph ?hidden=${table || nothingFound} ?data-stale=${isLive(shown.live)} .view=${{ network, model, look, layer, open, search, refused: isRefused(shown), language: language() }}></fovea-graph>
    ${nothingFound ? emptySearch(search) : table ? networkTable(shown) : nothing}`;
}

function emptySearch(text) {
  return html`<div class="network-empty">
    <p>${t('network.none', { text })}</p>
    <button @click=${() => update({ search: '' })}>${t('network.clear')}</button>
  </div>`;
}

function skeleton() {
  return html`<div class="graph-skeleton" role="status" aria-label=${t('network.loading')}>
    ${Array.from({ length: SKELETONS }, () => html`<span class="skeleton"></span>`)}
  </div>`;
}
