// The network as a graph: cards over lines, moved and zoomed as one. Only what is in sight is in
// the page, so that 500 layers move as smoothly as 20.

import { html, nothing, render } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { isAbort, json } from './api.js';
import { GraphCamera } from './graph-camera.js';
import { card } from './graph-card.js';
import { linePath } from './graph-lines.js';
import { byName, isFound, openBlocks } from './network-layers.js';
import { paint } from './thumbnail.js';
import { state, update } from './state.js';
import { sentenceOf, t } from './words.js';

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
  #shownSearch = '';
  #toggled = '';
  #request = null;
  #sizes = new ResizeObserver(() => this.#resized());

  /** What to show: {network, model, look, layer, open, search, language}. */
  set view(view) {
    const before = this.#view;
    if (before && Object.keys(view).every((name) => view[name] === before[name])) return;
    const other = before?.network !== view.network;
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
    this.addEventListener('focusin', (event) => this.#focused(event.target.closest('.card')?.node));
    this.addEventListener('scroll', () => this.scrollTo(0, 0)); // the camera moves, not the element
    return new GraphCamera(this, () => this.#schedule());
  }

  /** What the keyboard reaches comes into sight. */
  #focused(node) {
    const seen = node && this.#camera.at.applyY(node.y + node.height) > 0 && this.#camera.at.applyY(node.y) < this.clientHeight;
    if (node && !seen) this.#camera.centre(node.x + node.width / 2, node.y + node.height / 2);
  }

  #forget() {
    this.#drawing = null;
    this.#drawn = '';
    this.#asked = '';
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
      if (wanted === this.#asked && this.#fits(drawing)) this.#take(drawing, wanted);
    } catch (error) {
      if (isAbort(error) || wanted !== this.#asked) return;
      this.#fault = error;
      this.#schedule();
    }
  }

  /** Whether a drawing is of the network shown, and not of one that is still on its way. */
  #fits(drawing) {
    const known = byName(this.#view.network);
    return drawing.nodes.every((node) => node.kind === 'block' || known.has(node.layer));
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
    const scale = this.#camera.byHand ? this.#camera.at.k : this.#camera.firstScale;
    const node = anchor ? anchor.node : (this.#nodeOf(this.#view.layer) ?? drawing.nodes[0]);
    const left = this.clientWidth / 2 - (node.x + node.width / 2) * scale;
    this.#camera.move(left, anchor ? anchor.screen - node.y * scale : 0, scale);
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
    const { at, byHand, firstScale } = this.#camera;
    this.#camera.move(at.x, at.y, byHand ? at.k : firstScale);
    this.#reveal();
  }

  /** Brings what was selected or searched elsewhere into sight, if it isn't there. */
  #reveal() {
    const { layer, search, network } = this.#view;
    if (!this.#drawing || this.clientHeight === 0) return;
    if (layer !== this.#shownLayer) {
      this.#shownLayer = layer;
      this.#bringToSight(layer);
    }
    if (search && search !== this.#shownSearch && !this.#seesFound()) {
      this.#bringToSight(network.layers.find((each) => isFound(each, search))?.name);
    }
    this.#shownSearch = search;
  }

  #seesFound() {
    const { network, search } = this.#view;
    return network.layers.some((layer) => isFound(layer, search) && this.#isInSight(this.#nodeOf(layer.name)));
  }

  #bringToSight(layer) {
    const node = this.#nodeOf(layer);
    if (node && !this.#isInSight(node)) this.#camera.centre(node.x + node.width / 2, node.y + node.height / 2);
  }

  #isInSight(node) {
    const { at } = this.#camera;
    return (
      node &&
      at.applyX(node.x) >= 0 &&
      at.applyY(node.y) >= 0 &&
      at.applyX(node.x + node.width) <= this.clientWidth &&
      at.applyY(node.y + node.height) <= this.clientHeight
    );
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
    if (this.clientHeight === 0 && this.#drawing) return;
    render(this.#drawing ? this.#scene() : this.#waiting(), this);
    const ground = this.querySelector('.graph-ground');
    if (!ground) return;
    const { x, y, k } = this.#camera.at;
    ground.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
    ground.classList.toggle('far', k < FAR);
    for (const element of ground.querySelectorAll('.card')) place(element);
    for (const canvas of ground.querySelectorAll('canvas')) paint(canvas);
    this.dataset.painted = this.#view.look?.input ?? '';
    this.#refocus(ground);
  }

  #scene() {
    const { width, height, nodes, edges } = this.#drawing;
    const view = this.#view;
    const acts = {
      busy: this.#asked !== this.#drawn && !this.#fault,
      toggle: (id) => this.#toggle(id),
      labels: new Map(nodes.map((node) => [node.id, node.label])),
    };
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

  /** The button that opened or closed a block is another one now; it keeps the focus. */
  #refocus(ground) {
    if (!this.#toggled || this.#asked !== this.#drawn) return;
    const card = [...ground.querySelectorAll('.card')].find((each) => each.node.id === this.#toggled);
    this.#toggled = '';
    card?.querySelector('.chevron').focus({ preventScroll: true });
  }

  #toggle(id) {
    this.#toggled = id;
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
      <p>${sentenceOf(this.#fault)}</p>
      <button @click=${() => this.#retry()}>${t('page.again')}</button>
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
