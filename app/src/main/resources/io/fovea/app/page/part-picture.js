// A part of the page as a picture, just as the browser lays it out. It is loaded when somebody saves one, so
// it imports nothing of what is joined into the page's one module.

import { paint } from './part-paint.js';

const SCALE = 2; // pixels of the picture for one of the page
const MOST_SIDE = 16_384; // of a canvas
const MOST_AREA = 16_000_000; // of a canvas: what is larger, not every browser makes
const MARGIN = 16;

/**
 * A canvas of all of a part of the page, also where the page shows it scrolled.
 *
 * @param width how wide it is laid out; as on the page if left out
 * @param caption what stands above it
 * @param without selects what is left out, as it is of use on the page alone
 */
export function pictureOf(part, { width = roomIn(part), caption = '', without = 'input' }) {
  const copy = part.cloneNode(true);
  copy.style.padding = 0; // there is a margin round it
  const originals = all(part);
  const origin = new Map(all(copy).map((each, place) => [each, originals[place]]));
  copy.querySelectorAll(without).forEach((each) => each.remove());
  copy.querySelectorAll('input').forEach((each) => each.replaceWith(origin.get(each).value));
  const wider = [...copy.querySelectorAll('fovea-montage')].map((montage) => showAllTiles(montage, origin));
  const stage = stageOf(copy, width + Math.max(0, ...wider), caption);
  document.body.append(stage);
  try {
    all(copy).forEach(showWhole);
    return painted(stage, origin);
  } finally {
    stage.remove(); // before the browser has shown it
  }
}

/** How wide a part of the page is inside its padding. */
function roomIn(part) {
  const { paddingLeft, paddingRight } = getComputedStyle(part);
  return part.offsetWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
}

function all(root) {
  return [root, ...root.querySelectorAll('*')];
}

function stageOf(copy, width, caption) {
  const stage = document.createElement('div');
  Object.assign(stage.style, {
    position: 'absolute',
    top: 0,
    left: 0,
    width: `${width + 2 * MARGIN}px`,
    padding: `${MARGIN}px`,
    background: 'var(--background)',
    container: 'network / inline-size', // which columns the table has depends on it
  });
  if (caption) stage.append(titleOf(caption));
  stage.append(copy);
  return stage;
}

function titleOf(caption) {
  const title = document.createElement('h2');
  title.textContent = caption;
  Object.assign(title.style, { margin: `0 0 ${MARGIN}px`, fontSize: 'var(--type-4)', fontWeight: 600 });
  return title;
}

/** Puts all tiles into the copy of a montage, and gives how much wider they are than on the page. */
function showAllTiles(copy, origin) {
  const montage = origin.get(copy);
  const { clientWidth, clientHeight } = montage;
  const ratio = Math.min(SCALE, Math.sqrt(MOST_AREA / (clientWidth * clientHeight)));
  const tiles = montage.picture(ratio);
  const width = tiles.width / ratio;
  Object.assign(tiles.style, { position: 'static', display: 'block', width: `${width}px`, maxWidth: '100%' });
  copy.replaceChildren(tiles);
  copy.style.height = 'auto';
  origin.set(tiles, tiles);
  return width - clientWidth;
}

/** What scrolls is shown whole, what sticks to its edge stands where it belongs, and a long row goes on below. */
function showWhole(element) {
  const { overflowX, overflowY, position, flexDirection } = getComputedStyle(element);
  if (/auto|scroll/.test(overflowX + overflowY)) {
    Object.assign(element.style, { overflow: 'visible', maxHeight: 'none' });
    if (flexDirection === 'row') element.style.flexWrap = 'wrap';
  }
  if (position === 'sticky') element.style.position = 'static';
}

function painted(stage, origin) {
  const { left, top, width, height } = stage.getBoundingClientRect();
  const scale = Math.min(SCALE, MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_AREA / (width * height)));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: Math.floor(width * scale), height: Math.floor(height * scale) });
  const pen = canvas.getContext('2d');
  pen.scale(scale, scale);
  pen.translate(-left, -top);
  paint({ pen, scale, origin }, stage);
  return canvas;
}
