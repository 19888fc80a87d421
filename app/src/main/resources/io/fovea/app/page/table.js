// The network as the analyzer's table: a row a layer, sortable, with totals.

import { html, nothing } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { apart } from './names.js';
import { isFound, select, sizeOf } from './network-layers.js';
import { state, update } from './state.js';
import { language, size, t, whole } from './words.js';

const COLUMNS = {
  index: { value: (layer) => layer.index, number: true },
  name: { value: (layer) => layer.name },
  type: { value: (layer) => layer.type },
  size: { value: (layer) => (layer.size ?? []).reduce((product, side) => product * side, layer.size ? 1 : 0), number: true },
  learnables: { value: (layer) => layer.learnables, number: true },
  states: { value: (layer) => stateCount(layer), number: true },
  macs: { value: (layer) => layer.macs, number: true },
};
const START = { by: 'index', down: false };

/** The table; made anew only when something in it has changed. */
export function networkTable({ network, layer, search, tableSort }) {
  return html`<fovea-rows class="table-ground" .chosen=${layer}>
    ${guard([network, layer, search, tableSort, language()], () => table(network, layer, search, tableSort ?? START))}
  </fovea-rows>`;
}

/** Keeps the selected row in sight, between head and foot; the page round the rows stays where it is. */
class FoveaRows extends HTMLElement {
  set chosen(_layer) {
    requestAnimationFrame(() => {
      const row = this.querySelector('tr[aria-selected=true]');
      if (!row) return;
      const { tHead, tFoot } = row.closest('table');
      const most = row.offsetTop - tHead.offsetHeight;
      const least = row.offsetTop + row.offsetHeight + tFoot.offsetHeight - this.clientHeight;
      this.scrollTop = Math.min(most, Math.max(least, this.scrollTop));
    });
  }
}

customElements.define('fovea-rows', FoveaRows);

function table(network, chosen, search, sort) {
  const layers = sorted(network.layers.filter((layer) => isFound(layer, search)), sort);
  const focusable = layers.some((layer) => layer.name === chosen) ? chosen : layers[0].name;
  const faulty = new Set(network.faults.map((fault) => fault.layer));
  const stateless = network.layers.every((layer) => stateCount(layer) === 0);
  return html`<table class="network-table ${stateless ? 'stateless' : ''}" role="grid" aria-label=${t('network.table')} aria-rowcount=${layers.length + 2} @keydown=${keyPressed}>
    <thead>
      <tr>
        ${Object.keys(COLUMNS).map((name) => header(name, sort))}
      </tr>
    </thead>
    <tbody>
      ${repeat(layers, (layer) => layer.name, (layer) => row(layer, chosen, focusable, faulty.has(layer.name)))}
    </tbody>
    <tfoot>
      ${totals(layers, network)}
    </tfoot>
  </table>`;
}

function sorted(layers, { by, down }) {
  const { value, number } = COLUMNS[by];
  const order = number
    ? (one, other) => value(one) - value(other)
    : (one, other) => value(one).localeCompare(value(other), 'en', { numeric: true });
  const rising = [...layers].sort(order);
  return down ? rising.reverse() : rising;
}

function header(name, sort) {
  const shown = sort.by === name ? (sort.down ? 'descending' : 'ascending') : 'none';
  const sign = { ascending: '▴', descending: '▾', none: '' }[shown];
  return html`<th class="column-${name}" scope="col" aria-sort=${shown}>
    <button @click=${() => update({ tableSort: { by: name, down: sort.by === name && !sort.down } })}>
      ${t(`column.${name}`)}<span class="sort-sign" aria-hidden="true">${sign}</span>
    </button>
  </th>`;
}

function row(layer, chosen, focusable, faulty) {
  const isChosen = layer.name === chosen;
  const described = layer.description !== layer.type;
  return html`<tr
    class="${faulty ? 'faulty' : ''} ${described ? 'described' : ''}"
    data-layer=${layer.name}
    aria-selected=${isChosen}
    tabindex=${layer.name === focusable ? 0 : -1}
    @click=${() => select(layer.name)}
  >
    <td class="column-index">${layer.index}</td>
    <th class="column-name" scope="row" title=${layer.name}>
      ${apart(layer.name)}${faulty ? html`<span class="fault-mark" aria-label=${t('network.fault')}>!</span>` : nothing}
    </th>
    <td class="column-type" title=${layer.description}>
      <span class="type"><span class="swatch" data-kind=${layer.kind} aria-hidden="true"></span>${layer.type}</span>
      ${described ? html`<span class="description">${layer.description}</span>` : nothing}
    </td>
    <td class="column-size">${sizeOf(layer)}</td>
    <td class="column-learnables">${parameters(layer, true)}</td>
    <td class="column-states">${parameters(layer, false)}</td>
    <td class="column-macs">${layer.macs ? whole(layer.macs) : '–'}</td>
  </tr>`;
}

function parameters(layer, learned) {
  const shown = layer.parameters.filter((parameter) => parameter.learned === learned);
  if (shown.length === 0) return '–';
  const lines = shown.map((parameter) => `${parameter.name} ${size(parameter.size)}`);
  return html`<span class="parameters">
      ${shown.map(
        (parameter) => html`<span class="parameter"><span class="dim">${parameter.name}</span> ${size(parameter.size)}</span>`,
      )}
    </span>
    <span class="count" title=${lines.join(', ')}>${whole(shown.reduce((sum, each) => sum + each.count, 0))}</span>`;
}

/** Of the rows that a search leaves, which are then told to be only some. */
function totals(layers, { layers: { length } }) {
  const sum = (count) => layers.reduce((total, layer) => total + count(layer), 0);
  const states = sum(stateCount);
  const isWhole = layers.length === length;
  return html`<tr>
    <td class="column-index">${isWhole ? length : nothing}</td>
    <th class="column-name" scope="row">
      ${isWhole ? t('column.total') : t('network.some', { found: whole(layers.length), all: whole(length) })}
    </th>
    <td class="column-type"></td>
    <td class="column-size"></td>
    <td class="column-learnables">${whole(sum((layer) => layer.learnables))}</td>
    <td class="column-states">${states ? whole(states) : '–'}</td>
    <td class="column-macs">${whole(sum((layer) => layer.macs))}</td>
  </tr>`;
}

function stateCount(layer) {
  return layer.parameters.reduce((sum, each) => sum + (each.learned ? 0 : each.count), 0);
}

/** Up and down go by the rows as they are sorted, not by the network. */
function keyPressed(event) {
  const here = event.target.closest('tbody tr');
  const to = here && next(here, event.key);
  if (!to) return;
  event.preventDefault();
  event.stopPropagation();
  if (to.dataset.layer !== state.layer) select(to.dataset.layer);
  to.focus();
}

function next(row, key) {
  switch (key) {
    case 'ArrowDown':
      return row.nextElementSibling ?? row;
    case 'ArrowUp':
      return row.previousElementSibling ?? row;
    case 'Home':
      return row.parentElement.firstElementChild;
    case 'End':
      return row.parentElement.lastElementChild;
    case 'Enter':
    case ' ':
      return row;
    default:
      return null;
  }
}
