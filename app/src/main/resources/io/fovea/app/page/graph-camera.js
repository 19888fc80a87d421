// How the graph is moved and zoomed: by drag, wheel, pinch and buttons, never out of its pane.

import { select, zoom, zoomIdentity } from 'd3-zoom';

const LEAST_SCALE = 0.05;
const GREATEST_SCALE = 2;
const LEGIBLE = 0.65; // below this scale the names are hard to read
const LINE = 32; // pixels, for wheels that count in lines
const ZOOM_SPEED = 0.008; // doublings a pixel of the wheel

/** Looks at a drawing through an element; calls `moved` whenever it shows another part. */
export class GraphCamera {
  /** What stands where: {x, y, k}, as of d3-zoom. */
  at = zoomIdentity;

  /** Whether the scale is a person's choice, to be kept. */
  byHand = false;

  #element;
  #moved;
  #size = { width: 1, height: 1 };
  #zoom = zoom()
    .scaleExtent([LEAST_SCALE, GREATEST_SCALE])
    .filter((event) => event.type !== 'wheel' && !event.button && !event.ctrlKey)
    .constrain((transform) => this.#kept(transform))
    .on('zoom', (event) => this.#take(event));

  constructor(element, moved) {
    this.#element = element;
    this.#moved = moved;
    select(element).call(this.#zoom).on('dblclick.zoom', null);
    element.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
  }

  /** Looks at another drawing, of this size. */
  show({ width, height }) {
    this.#size = { width, height };
  }

  /** The scale at which the drawing is as wide as the pane, 1 at most. */
  get widthScale() {
    return Math.min(1, Math.max(this.#element.clientWidth, 1) / this.#size.width);
  }

  /** The scale to begin with: as wide as the pane, if names can be read then. */
  get firstScale() {
    return Math.max(LEGIBLE, this.widthScale);
  }

  /** The scale at which all is in sight, 1 at most. */
  get wholeScale() {
    return Math.min(this.widthScale, this.#element.clientHeight / this.#size.height);
  }

  /** Puts the drawing's origin there, as far as it may go. */
  move(x, y, scale = this.at.k) {
    select(this.#element).call(this.#zoom.transform, this.#kept(zoomIdentity.translate(x, y).scale(scale)));
  }

  /** Puts a point of the drawing into the middle of the pane. */
  centre(x, y, scale = this.at.k) {
    const { clientWidth, clientHeight } = this.#element;
    this.move(clientWidth / 2 - x * scale, clientHeight / 2 - y * scale, scale);
  }

  /** Puts a node into the middle of the pane. */
  lookAt({ x, y, width, height }) {
    this.centre(x + width / 2, y + height / 2);
  }

  /** Whether all of a node is in sight. */
  sees({ x, y, width, height }) {
    const { clientWidth, clientHeight } = this.#element;
    return (
      this.at.applyX(x) >= 0 &&
      this.at.applyY(y) >= 0 &&
      this.at.applyX(x + width) <= clientWidth &&
      this.at.applyY(y + height) <= clientHeight
    );
  }

  /** Whether a node is neither above the pane nor below it; with so many pixels around it. */
  meets({ y, height }, around = 0) {
    return this.at.applyY(y + height) > -around && this.at.applyY(y) < this.#element.clientHeight + around;
  }

  /** Zooms by a factor round a point of the pane, its middle if none is given. */
  zoomBy(factor, point = [this.#element.clientWidth / 2, this.#element.clientHeight / 2]) {
    this.byHand = true;
    select(this.#element).call(this.#zoom.scaleBy, factor, point);
  }

  /** The drawing never leaves the pane; where it is smaller, it stands in the middle and at the top. */
  #kept({ x, y, k }) {
    const { clientWidth, clientHeight } = this.#element;
    return zoomIdentity
      .translate(inside(x, this.#size.width * k, clientWidth, 0.5), inside(y, this.#size.height * k, clientHeight, 0))
      .scale(k);
  }

  #take({ transform, sourceEvent }) {
    if (sourceEvent && transform.k !== this.at.k) this.byHand = true;
    this.at = transform;
    this.#moved();
  }

  #wheel(event) {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE;
    if (event.ctrlKey || event.metaKey) {
      const box = this.#element.getBoundingClientRect();
      this.zoomBy(2 ** (-event.deltaY * unit * ZOOM_SPEED), [event.clientX - box.left, event.clientY - box.top]);
    } else {
      const [x, y] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
      this.move(this.at.x - x * unit, this.at.y - y * unit);
    }
  }
}

function inside(offset, drawn, pane, share) {
  return drawn <= pane ? (pane - drawn) * share : Math.min(0, Math.max(pane - drawn, offset));
}
