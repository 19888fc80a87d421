// The graph is one stop of Tab: the card of the selected layer. The focus goes with the selection.

import { nodeOf } from './graph-nodes.js';

/** The node whose card Tab leads to. */
export function stopOf(drawing, layer) {
  return nodeOf(drawing, layer) ?? drawing.nodes[0];
}

export class GraphFocus {
  #graph;
  #layer = '';
  #toggled = null; // {chevron: the block whose chevron was pressed, or undefined}

  constructor(graph) {
    this.#graph = graph;
  }

  /** Notes that a block is about to be opened or closed; the card with the focus will be another one. */
  expect(block) {
    this.#toggled = { chevron: this.#graph.querySelector('.chevron:focus') ? block : undefined };
  }

  /** What was about to come doesn't. */
  forget() {
    this.#toggled = null;
  }

  /** After each painting: the focus goes where what had it is now, unless a person has moved it meanwhile. */
  follow({ stop, layer, busy }) {
    const other = layer !== this.#layer;
    this.#layer = layer;
    if (this.#toggled && !busy) {
      const { chevron } = this.#toggled;
      this.#toggled = null;
      const { activeElement: now } = document;
      if (now !== document.body && !this.#graph.contains(now)) return;
      this.#give(chevron ?? stop.id, chevron ? '.chevron' : '.card-button');
    } else if (other && this.#graph.querySelector(':focus')) {
      this.#give(stop.id, '.card-button');
    }
  }

  /** Gives the focus to a part of a card that hasn't got it on any. */
  #give(id, part) {
    const card = [...this.#graph.querySelectorAll('.card')].find(({ node }) => node.id === id);
    const to = card?.querySelector(':focus') ?? card?.querySelector(part);
    to?.focus({ preventScroll: true });
  }
}
