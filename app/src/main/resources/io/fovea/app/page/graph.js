// The network as a graph: cards over lines, moved and zoomed as one. Only what is in sight is in
// the page, so that 500 layers move as smoothly as 20.

import { isAbort, json } from './api.js';
import { GraphCamera } from './graph-camera.js';
import { GraphFocus, stopOf } from './graph-focus.js';
import { anchorOf, fits, nodeOf } from './graph-nodes.js';
import { drawScene, drawWaiting } from './graph-scene.js';
import { isFound, toggleBlock } from './network-layers.js';
import { update } from './state.js';

const MARGIN = 240; // pixels beyond the edge that are kept ready

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
  #focus = new GraphFocus(this);
  #request = null;
  #sizes = new ResizeObserver(() => this.#resized());

  /** What to show: {network, model, look, layer, open, search, refused, language}. */
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
    if (node && !this.#camera.meets(node)) this.#camera.lookAt(node);
  }

  #forget() {
    this.#focus.forget();
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
      if (wanted === this.#asked && fits(drawing, this.#view.network)) this.#take(drawing, wanted);
    } catch (error) {
      if (isAbort(error) || wanted !== this.#asked) return;
      this.#fault = error;
      this.#focus.forget();
      this.#schedule();
    }
  }

  /** Takes a new drawing; what was at the top of the pane, or was opened, stays where it is. */
  #take(drawing, wanted) {
    const before = this.#drawing;
    const anchor = before && anchorOf(before, drawing, this.#camera);
    this.#drawing = drawing;
    this.#drawn = wanted;
    this.#fault = null;
    this.#camera.show(drawing);
    update({ blocks: drawing.nodes.filter((node) => node.kind === 'block').map((node) => node.id) });
    const scale = this.#camera.byHand ? this.#camera.at.k : this.#camera.firstScale;
    const node = anchor ? anchor.node : (nodeOf(drawing, this.#view.layer) ?? drawing.nodes[0]);
    const left = this.clientWidth / 2 - (node.x + node.width / 2) * scale;
    this.#camera.move(left, anchor ? anchor.screen - node.y * scale : 0, scale);
    if (anchor && !anchor.isOne) this.#shownLayer = ''; // all blocks at once carry the selected layer away
    this.#schedule();
    this.#reveal();
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
    const isElsewhere = layer !== this.#shownLayer || search !== this.#shownSearch;
    if (!this.#drawing || !isElsewhere || this.clientHeight === 0) return; // its height has the page laid out
    if (layer !== this.#shownLayer) {
      this.#shownLayer = layer;
      this.#bringToSight(layer);
    }
    if (search && search !== this.#shownSearch) {
      const found = network.layers.filter((each) => isFound(each, search));
      if (!found.some((each) => this.#sees(each.name))) this.#bringToSight(found[0]?.name);
    }
    this.#shownSearch = search;
  }

  #bringToSight(layer) {
    const node = nodeOf(this.#drawing, layer);
    if (node && !this.#camera.sees(node)) this.#camera.lookAt(node);
  }

  #sees(layer) {
    const node = nodeOf(this.#drawing, layer);
    return node && this.#camera.sees(node);
  }

  #schedule() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#paint();
    });
  }

  #paint() {
    if (this.clientHeight === 0 && this.#drawing) return;
    const [drawing, view, fault] = [this.#drawing, this.#view, this.#fault];
    const retry = () => this.#retry();
    if (!drawing) return drawWaiting(this, view, { fault, retry });
    const stop = stopOf(drawing, view.layer);
    const seen = drawing.nodes.filter((node) => node === stop || this.#camera.meets(node, MARGIN));
    const busy = this.#asked !== this.#drawn && !fault;
    const acts = { busy, stop, toggle: (id) => this.#toggle(id), fault, retry };
    drawScene(this, { drawing, seen, view, at: this.#camera.at, acts });
    this.dataset.painted = view.look?.input ?? '';
    this.#focus.follow({ stop, layer: view.layer, busy: this.#asked !== this.#drawn });
  }

  #toggle(id) {
    this.#focus.expect(id);
    toggleBlock(id);
  }

  #retry() {
    this.#fault = null;
    this.#asked = '';
    this.#follow();
  }
}

customElements.define('fovea-graph', FoveaGraph);
