// What the graph draws: cards over lines, or what stands there while there is no drawing.

import { html, nothing, render } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { card } from './graph-card.js';
import { linePath } from './graph-lines.js';
import { nodeOf } from './graph-nodes.js';
import { paint } from './thumbnail.js';
import { sentenceOf, t } from './words.js';

const FAR = 0.5; // below this scale cards show their names only, larger
const SKELETONS = 12;

/**
 * Draws the cards that are seen, and all lines.
 *
 * @param seen the cards to draw
 * @param acts what the cards can do, and whether the graph has a fault and how it tries again
 */
export function drawScene(pane, { drawing, seen, view, at, acts }) {
  render(scene(drawing, seen, view, acts), pane);
  const ground = pane.querySelector('.graph-ground');
  ground.style.transform = `translate(${at.x}px, ${at.y}px) scale(${at.k})`;
  ground.classList.toggle('far', at.k < FAR);
  for (const element of ground.querySelectorAll('.card')) place(element);
  for (const canvas of ground.querySelectorAll('canvas')) paint(canvas);
}

/** Draws what stands there until there is a drawing. */
export function drawWaiting(pane, view, acts) {
  render(waiting(view, acts), pane);
}

function scene({ width, height, nodes, edges }, seen, view, { fault, retry, ...others }) {
  const acts = { ...others, labels: new Map(nodes.map((node) => [node.id, node.label])) };
  return html`
    <div class="graph-ground" role="group" aria-label=${t('network.canvas')}>
      ${seen.filter((node) => node.open).map((node) => card(node, view, acts))}
      <svg width=${width} height=${height} aria-hidden="true">
        <path class="graph-lines" d=${linePath(edges)}></path>
        <path class="graph-lines lit" d=${linePath(litEdges({ nodes, edges }, view.layer))}></path>
      </svg>
      ${repeat(seen.filter((node) => !node.open), (node) => node.id, (node) => card(node, view, acts))}
    </div>
    ${fault ? failed(fault, retry) : nothing}
  `;
}

function litEdges(drawing, layer) {
  const node = nodeOf(drawing, layer);
  return node ? drawing.edges.filter((edge) => edge.from === node.id || edge.to === node.id) : [];
}

function waiting({ network }, { fault, retry }) {
  if (fault) return failed(fault, retry);
  const count = Math.min(network.layers.length, SKELETONS);
  return html`<div class="graph-skeleton" role="status" aria-label=${t('network.loading')}>
    ${Array.from({ length: count }, () => html`<span class="skeleton"></span>`)}
  </div>`;
}

function failed(fault, retry) {
  return html`<div class="network-empty" role="alert">
    <p>${sentenceOf(fault)}</p>
    <button @click=${retry}>${t('page.again')}</button>
  </div>`;
}

/** Puts a card where its node is; from here, as the page allows no style in a template. */
function place(element) {
  const { x, y, width, height } = element.node;
  if (element.placed === element.node) return;
  element.placed = element.node;
  Object.assign(element.style, {
    transform: `translate(${x}px, ${y}px)`,
    width: `${width}px`,
    height: `${height}px`,
  });
}
