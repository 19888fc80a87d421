// The network as a graph: cards over lines, moved and zoomed as one. Only what is in sight is in
// the page, so that 500 layers move as smoothly as 20.

import { html, nothing, render } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { isAbort, json } from './api.js';
import { GraphCamera } from './graph-camera.js';
import { card } from './graph-card.js';
import { linePath } from './graph-lines.js';
import { openBlocks } from './network-layers.js';
import { paint } from './thumbnail.js';
import { state, update } from './state.js';
import { t } from './words.js';

const MARGIN = 240; // pixels beyond the edge that are kept ready
const FAR = 0.5; // below this scale cards show their names only, larger
const SKELETONS = 12;

class FoveaGraph extends HTMLElement {
  #view = null;
  #drawing = null;
  #drawn = ''; // which network, with which blocks open, the drawing is of
  #asked = '';
  #fault = null;
  #camera = null;
  #frame = 0;
  #shownLayer = '';
  #request = null;
  #sizes = new ResizeObserver(() => this.#resized());

  /** What to show: {network, model, look, layer, open, search}. */
  set view(view) {
    const other = this.#view?.network !== view.network;
    this.#view = view;
    if (other) this.#forget();
    if (this.isConnected) this.#follow();
  }

  connectedCallback() {
    this.#camera ??= this.#newCamera();
    this.#sizes.observe(this);
    if (this.#view) this.#follow();
  }

  disconnectedCallback() {
    this.#sizes.disconnect();
    this.#request?.abort();
    this.#asked = '';
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** Shows the whole network at once. */
  fit() {
    if (!this.#drawing) return;
    this.#camera.byHand = true;
    this.#camera.move(0, 0, this.#camera.wholeScale);
  }

  /** Shows the network as wide as the pane, where it stands. */
  fitWidth() {
    if (!this.#drawing) return;
    const { at } = this.#camera;
    this.#camera.byHand = false;
    this.#camera.centre(0, at.invertY(this.clientHeight / 2), this.#camera.widthScale);
  }

  /** Zooms by a factor round the middle of the pane. */
  zoomBy(factor) {
    this.#camera?.zoomBy(factor);
  }

  #newCamera() {
    this.addEventListener('dblclick', (event) => event.target.closest('.card') || this.fit());
    return new GraphCamera(this, () => this.#schedule());
  }

  #forget() {
    this.#drawing = null;
    this.#drawn = '';
    if (this.#camera) this.#camera.byHand = false;
    this.#shownLayer = '';
  }

  async #follow() {
    const { model, open, network } = this.#view;
    this.#schedule();
    this.#reveal();
    const wanted = JSON.stringify([model, open, network.name]);
    if (wanted === this.#asked) return;
    this.#asked = wanted;
    this.#request?.abort();
    this.#request = new AbortController();
    try {
      const drawing = await json('api/graph', { model, open }, { signal: this.#request.signal });
      if (wanted === this.#asked) this.#take(drawing, wanted);
    } catch (error) {
      if (isAbort(error) || wanted !== this.#asked) return;
      this.#fault = error;
      this.#schedule();
    }
  }

  /** Takes a new drawing; what was at the top of the pane, or was opened, stays where it is. */
  #take(drawing, wanted) {
    const before = this.#drawing;
    const anchor = before && this.#anchor(before, drawing);
    this.#drawing = drawing;
    this.#drawn = wanted;
    this.#fault = null;
    this.#camera.show(drawing);
    update({ blocks: drawing.nodes.filter((node) => node.kind === 'block').map((node) => node.id) });
    const scale = this.#camera.byHand ? this.#camera.at.k : this.#camera.widthScale;
    this.#camera.move(0, anchor ? anchor.screen - anchor.node.y * scale : 0, scale);
    this.#schedule();
    this.#reveal();
  }

  #anchor(before, after) {
    const kept = new Map(after.nodes.map((node) => [node.id, node]));
    const changed = before.nodes.find((old) => old.kind === 'block' && kept.get(old.id)?.open !== old.open);
    const top = before.nodes.find((old) => kept.has(old.id) && this.#camera.at.applyY(old.y + old.height) > 0);
    const old = changed ?? top;
    return old && { node: kept.get(old.id), screen: this.#camera.at.applyY(old.y) };
  }

  #resized() {
    if (!this.#drawing || this.clientWidth === 0) return;
    const { at, byHand, widthScale } = this.#camera;
    this.#camera.move(at.x, at.y, byHand ? at.k : widthScale);
  }

  /** Brings the selected layer into sight, if it was selected elsewhere and isn't there. */
  #reveal() {
    const { layer } = this.#view;
    if (!this.#drawing || layer === this.#shownLayer || this.clientHeight === 0) return;
    this.#shownLayer = layer;
    const node = this.#nodeOf(layer);
    if (!node) return;
    const { at } = this.#camera;
    const inSight = at.applyY(node.y) >= 0 && at.applyY(node.y + node.height) <= this.clientHeight;
    if (!inSight) this.#camera.centre(node.x + node.width / 2, node.y + node.height / 2);
  }

  #nodeOf(layer) {
    const { nodes } = this.#drawing;
    return nodes.find((node) => node.layer === layer) ?? nodes.find((node) => node.layers?.includes(layer) && !node.open);
  }

  #schedule() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#paint();
    });
  }

  #paint() {
    render(this.#drawing ? this.#scene() : this.#waiting(), this);
    const ground = this.querySelector('.graph-ground');
    if (!ground) return;
    const { x, y, k } = this.#camera.at;
    ground.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
    ground.classList.toggle('far', k < FAR);
    for (const element of ground.querySelectorAll('.card')) place(element);
    for (const canvas of ground.querySelectorAll('canvas')) paint(canvas);
    this.dataset.painted = this.#view.look?.input ?? '';
  }

  #scene() {
    const { width, height, edges } = this.#drawing;
    const view = this.#view;
    const acts = { busy: this.#asked !== this.#drawn && !this.#fault, toggle: (id) => this.#toggle(id) };
    const seen = this.#seen();
    return html`
      <div class="graph-ground" role="group" aria-label=${t('network.canvas')}>
        ${seen.filter((node) => node.open).map((node) => card(node, view, acts))}
        <svg width=${width} height=${height} aria-hidden="true">
          <path class="graph-lines" d=${linePath(edges)}></path>
          <path class="graph-lines lit" d=${linePath(this.#litEdges())}></path>
        </svg>
        ${repeat(seen.filter((node) => !node.open), (node) => node.id, (node) => card(node, view, acts))}
      </div>
      ${this.#fault ? this.#failed() : nothing}
    `;
  }

  #seen() {
    const top = this.#camera.at.invertY(-MARGIN);
    const bottom = this.#camera.at.invertY(this.clientHeight + MARGIN);
    return this.#drawing.nodes.filter((node) => node.y < bottom && node.y + node.height > top);
  }

  #litEdges() {
    const node = this.#nodeOf(this.#view.layer);
    return node ? this.#drawing.edges.filter((edge) => edge.from === node.id || edge.to === node.id) : [];
  }

  #toggle(id) {
    const open = openBlocks(state.open);
    const others = open.filter((each) => each !== id);
    update({ open: (others.length < open.length ? others : [...open, id]).join(',') });
  }

  #waiting() {
    if (this.#fault) return this.#failed();
    const count = Math.min(this.#view.network.layers.length, SKELETONS);
    return html`<div class="graph-skeleton" role="status" aria-label=${t('network.loading')}>
      ${Array.from({ length: count }, () => html`<span class="skeleton"></span>`)}
    </div>`;
  }

  #failed() {
    return html`<div class="network-empty" role="alert">
      <p>${this.#fault.lost ? t('network.lost') : this.#fault.message}</p>
      <button @click=${() => this.#retry()}>${t('network.again')}</button>
    </div>`;
  }

  #retry() {
    this.#fault = null;
    this.#asked = '';
    this.#follow();
  }
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

customElements.define('fovea-graph', FoveaGraph);
