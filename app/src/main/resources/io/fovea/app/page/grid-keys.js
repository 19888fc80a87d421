// Keys in a grid: which place an arrow leads to.

/**
 * The place in a grid, row by row, that a key leads to; undefined where the key isn't ours. Nobody
 * else hears of a key that is.
 *
 * @param at the place now, from 0
 */
export function stepInGrid(event, at, columns, count) {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const row = Math.floor(at / columns) * columns;
  const to = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - columns,
    ArrowDown: at + columns,
    Home: event.shiftKey ? 0 : row,
    End: event.shiftKey ? count - 1 : Math.min(row + columns, count) - 1,
  }[event.key];
  if (to === undefined) return undefined;
  event.preventDefault();
  event.stopPropagation();
  return to >= 0 && to < count ? to : at;
}

/** Makes a canvas a choice of one in many: it takes the focus, and its value is read out. */
export function tellChoice(canvas, { value, most, text }) {
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'slider');
  canvas.setAttribute('aria-valuemin', '1');
  canvas.setAttribute('aria-valuemax', String(most));
  canvas.setAttribute('aria-valuenow', String(value));
  canvas.setAttribute('aria-valuetext', text);
}
