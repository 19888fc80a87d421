// Frames over a picture: as thin on a picture of 28 × 28 as on one of 227 × 227.

const SVG = 'http://www.w3.org/2000/svg';

export class Frames {
  #svg = document.createElementNS(SVG, 'svg');
  #rects = {};

  /** @param names of the frames that there may be, the topmost last */
  constructor(names) {
    this.#svg.setAttribute('class', 'frames');
    this.#svg.setAttribute('preserveAspectRatio', 'none');
    this.#svg.setAttribute('aria-hidden', 'true');
    for (const name of names) this.#rects[name] = ['under', 'over'].map((part) => this.#rect(part));
  }

  get element() {
    return this.#svg;
  }

  /** How many pixels the picture has. */
  set sides({ height, width }) {
    this.#svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  }

  /** Frames [top, left, bottom, right] in pixels of the picture; null: no frame. */
  show(name, frame) {
    for (const rect of this.#rects[name]) {
      rect.toggleAttribute('hidden', !frame);
      if (!frame) continue;
      const [top, left, bottom, right] = frame;
      const sides = { x: left, y: top, width: right - left, height: bottom - top };
      for (const [side, value] of Object.entries(sides)) rect.setAttribute(side, value);
    }
  }

  /** An outline below the accent, so that it is seen on any ground. */
  #rect(part) {
    const rect = document.createElementNS(SVG, 'rect');
    rect.setAttribute('class', part);
    rect.toggleAttribute('hidden', true);
    this.#svg.append(rect);
    return rect;
  }
}
