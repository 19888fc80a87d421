// <fovea-waiting>: a bar at the very top while something takes longer than a blink.

import { lateMark } from './late.js';

class WaitingBar extends HTMLElement {
  #mark = lateMark(this);

  /** Whether anything is awaited. */
  set on(waits) {
    this.classList.toggle('on', waits); // of no style: it is for who asks the page
    this.#mark(waits);
  }
}

customElements.define('fovea-waiting', WaitingBar);
