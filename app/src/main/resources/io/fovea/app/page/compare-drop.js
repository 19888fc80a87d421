// Files that are dropped in Compare, wherever that is: each becomes a side's input.

import { sendTo } from './compare-data.js';
import { hasFiles } from './intake.js';
import { state, update } from './state.js';

const BOTH = ['A', 'B'];

/** Who takes what is dropped there: the nearer side beside the pictures, else B; two files are for both. */
function takers({ target, clientX, dataTransfer }) {
  if (dataTransfer.items.length > 1) return BOTH;
  const side = target.closest?.('.side');
  if (side) return [side.getAttribute('aria-label')];
  const box = target.closest?.('.sides-pane')?.getBoundingClientRect();
  return box && clientX < (box.left + box.right) / 2 ? ['A'] : ['B'];
}

/** Whether a side would take what is dragged now. */
export function isTaker({ dragging, droppedOn }, side) {
  return Boolean(dragging && droppedOn?.includes(side));
}

/** Hears files in this tab before what listens to them in the whole page, which leaves them then. */
function hear(kind, take) {
  const inCompare = (event) => {
    if (state.tab !== 'compare' || !hasFiles(event)) return;
    event.preventDefault();
    take(event);
  };
  window.addEventListener(kind, inCompare, { capture: true });
}

hear('dragover', (event) => {
  event.dataTransfer.dropEffect = 'copy';
  const droppedOn = takers(event).join('');
  if (droppedOn !== state.droppedOn) update({ droppedOn });
});

hear('drop', (event) => {
  const { files } = event.dataTransfer;
  takers(event).forEach((side, place) => files[place] && sendTo(side, files[place]));
});
