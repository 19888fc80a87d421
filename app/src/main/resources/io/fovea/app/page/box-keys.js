// Keys for a box on the picture: Enter sets one, arrows move it, with Shift they change its size.

/** How many steps the shorter side has. */
const STEPS = 56;

const ARROWS = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * The box that a key makes of the one before: [top, left, bottom, right], null for none; undefined
 * where the key isn't ours. Nobody else hears of a key that is.
 */
export function boxByKey(event, box, height, width) {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const arrow = ARROWS[event.key];
  const removes = ['Delete', 'Backspace', 'Escape'].includes(event.key);
  if (box ? !(arrow || removes) : !(arrow || event.key === 'Enter')) return undefined;
  event.preventDefault();
  event.stopPropagation();
  if (!box) return middle(height, width);
  if (removes) return null;
  const step = Math.max(1, Math.round(Math.min(height, width) / STEPS));
  return (event.shiftKey ? resized : moved)(box, arrow.map((way) => way * step), height, width);
}

/** A third of each side. */
function middle(height, width) {
  const third = (side) => [Math.floor(side / 3), Math.ceil((side * 2) / 3)];
  const [[top, bottom], [left, right]] = [third(height), third(width)];
  return [top, left, bottom, right];
}

function moved([top, left, bottom, right], [rows, columns], height, width) {
  const down = within(rows, -top, height - bottom);
  const across = within(columns, -left, width - right);
  return [top + down, left + across, bottom + down, right + across];
}

function resized([top, left, bottom, right], [rows, columns], height, width) {
  return [top, left, within(bottom + rows, top + 1, height), within(right + columns, left + 1, width)];
}

function within(value, least, most) {
  return Math.min(Math.max(value, least), most);
}
