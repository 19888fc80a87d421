// The cards of the graph: one for a layer, one for a closed block, the frame of an opened one.

import { html, nothing } from 'lit-html';
import { middle } from './names.js';
import { byName, isFound, select, sizeOf } from './network-layers.js';
import { t, whole } from './words.js';

const LETTERS = 20; // of a name on a card
const INNER_LETTERS = 15; // of one on a card in an opened block
const MANY = 2; // more pictures than this in one step share their place

/**
 * A node's card.
 *
 * @param view what the graph shows
 * @param acts {busy, stop, toggle, labels}: whether blocks are being opened, the node that Tab leads to,
 *     what opens or closes a block, and the labels of all blocks by their ids
 */
export function card(node, view, acts) {
  if (node.kind !== 'block') return layerCard(node, view, acts);
  return node.open ? frame(node, view, acts) : blockCard(node, view, acts);
}

function layerCard(node, view, { stop, toggle, labels }) {
  const layer = byName(view.network).get(node.layer);
  const name = node.parent ? within(node.layer, labels.get(node.parent)) : node.layer;
  const chosen = view.layer === layer.name;
  return html`<div
    class="card layer-card ${node.parent ? 'inner' : ''} ${isFound(layer, view.search) ? '' : 'dimmed'} ${chosen ? 'chosen' : ''}"
    data-kind=${layer.kind}
    .node=${node}
  >
    ${picture(layer.name, view)}
    <button
      class="card-button"
      tabindex=${node === stop ? 0 : -1}
      aria-current=${chosen}
      aria-label=${t('network.layerCard', {
        name: layer.name,
        kind: t(`kind.${layer.kind}`),
        size: layer.size ? sizeOf(layer) : t('network.noSize'),
        number: layer.index,
      })}
      title=${`${layer.name} · ${layer.type}`}
      @click=${(event) => (chosen && node.parent && isKey(event) ? toggle(node.parent) : select(layer.name))}
    >
      <span class="card-name">${middle(name, node.parent ? INNER_LETTERS : LETTERS)}</span>
      <span class="card-number">${layer.index}</span>
      <span class="card-size">${sizeOf(layer)}</span>
      <span class="card-kind">${t(`kind.${layer.kind}`)}</span>
    </button>
    ${fault([layer.name], view)}
  </div>`;
}

function blockCard(node, view, acts) {
  const layers = node.layers.map((name) => byName(view.network).get(name));
  const chosen = layers.find((layer) => layer.name === view.layer);
  const found = layers.some((layer) => isFound(layer, view.search));
  return html`<div class="card block-card ${found ? '' : 'dimmed'} ${chosen ? 'chosen' : ''}" data-kind="block" .node=${node}>
    ${blockHead(node, layers, chosen, view, acts)}
    <div class="flow ${tight(node.flow) ? 'tight' : ''}">
      ${node.flow.map((step, index) => html`${index ? html`<span class="flow-arrow" aria-hidden="true">›</span>` : nothing}${flowStep(step, view)}`)}
    </div>
    ${fault(node.layers, view)}
  </div>`;
}

function tight(flow) {
  return flow.reduce((sum, step) => sum + Math.min(step.length, MANY), 0) > 4 || flow.length > 4;
}

function flowStep(step, view) {
  return html`<div class="step ${step.length > MANY ? 'many' : ''}">${step.map((branch) => flowBranch(branch, view))}</div>`;
}

/** A picture of what a branch ends with, and below it a mark for each of its layers. */
function flowBranch(branch, view) {
  const table = byName(view.network);
  const last = branch[branch.length - 1];
  const chosen = branch.includes(view.layer);
  return html`<div class="branch ${chosen ? 'chosen' : ''}">
    <button class="branch-picture" tabindex="-1" title=${title(table.get(last))} aria-label=${title(table.get(last))} aria-current=${view.layer === last} @click=${() => select(last)}>
      ${picture(last, view)}
    </button>
    <span class="marks">
      ${branch.map((name) => {
        const layer = table.get(name);
        return html`<button
          class="mark"
          tabindex="-1"
          data-kind=${layer.kind}
          title=${title(layer)}
          aria-label=${title(layer)}
          aria-current=${view.layer === name}
          @click=${() => select(name)}
        ></button>`;
      })}
    </span>
  </div>`;
}

function title(layer) {
  return `${layer.index} · ${layer.name} · ${t(`kind.${layer.kind}`)} · ${sizeOf(layer)}`;
}

function frame(node, view, acts) {
  const layers = node.layers.map((name) => byName(view.network).get(name));
  return html`<div class="card block-frame" data-kind="block" .node=${node}>
    ${blockHead(node, layers, undefined, view, acts)}
  </div>`;
}

function blockHead(node, layers, chosen, view, { busy, stop, toggle }) {
  const last = layers[layers.length - 1];
  const label = blockLabel(node.label);
  const numbers = `${layers[0].index}–${last.index}`;
  return html`<div class="block-head">
    <button
      class="card-button"
      tabindex=${node === stop ? 0 : -1}
      aria-current=${Boolean(chosen)}
      aria-expanded=${Boolean(node.open)}
      aria-label=${t('network.blockCard', { name: label, numbers, size: sizeOf(last) })}
      title=${title(last)}
      @click=${(event) => (chosen && isKey(event) ? toggle(node.id) : select(last.name))}
      @dblclick=${() => toggle(node.id)}
    >
      <span class="card-name">${label}</span>
      <span class="card-size">${node.open ? nothing : chosen && chosen !== last ? within(chosen.name, node.label) : sizeOf(last)}</span>
      <span class="card-number">${numbers}</span>
    </button>
    <button
      class="chevron ${busy ? 'busy' : ''}"
      tabindex="-1"
      aria-expanded=${Boolean(node.open)}
      aria-label=${t(node.open ? 'network.close' : 'network.open', { block: label, count: whole(layers.length) })}
      title=${t(node.open ? 'network.close' : 'network.open', { block: label, count: whole(layers.length) })}
      @click=${() => toggle(node.id)}
    >
      <svg viewBox="0 0 10 10" aria-hidden="true"><path d="M2 3.5 5 6.5 8 3.5"></path></svg>
    </button>
  </div>`;
}

/** Whether a click is one of Enter or Space: of the selected layer they open and close the block that it is in. */
function isKey({ detail }) {
  return detail === 0;
}

function blockLabel(label) {
  const counted = /^block (\d+)$/.exec(label);
  return counted ? t('network.block', { number: counted[1] }) : label;
}

/** A layer's name without what its block is called. */
function within(name, block) {
  const rest = name.startsWith(block) ? name.slice(block.length).replace(/^[-/_.: ]+/, '') : name;
  return rest || name;
}

function picture(name, view) {
  const thumbnail = view.look?.thumbnail(name);
  return thumbnail
    ? html`<canvas class="thumbnail" .picture=${thumbnail} aria-hidden="true"></canvas>`
    : html`<span class="thumbnail ${view.look || view.refused || view.network.faults.length ? '' : 'skeleton'}" aria-hidden="true"></span>`;
}

function fault(names, { network }) {
  const faults = network.faults.filter((each) => names.includes(each.layer));
  if (faults.length === 0) return nothing;
  const text = faults.map((each) => (names.length > 1 ? `${each.layer}: ${each.message}` : each.message)).join(' · ');
  return html`<p class="card-fault ${faults[0].severity}" title=${text}>
    <span class="fault-mark" aria-label=${t('network.fault')}>!</span>${text}
  </p>`;
}
