// Values as colours: gray, viridis, and a map of signs whose middle, zero, is dark. They are those of
// the library (io.fovea.image.ColorMap), step for step, so that what is saved looks like what is shown.

const LEVELS = 256;
const WHITE = 255;

/** Viridis (S. van der Walt, N. Smith; CC0) as M. Zucker's polynomials (CC0): red, green, blue, the constant first. */
const VIRIDIS = [
  [0.2777273272234177, 0.1050930431085774, -0.3308618287255563, -4.634230498983486, 6.228269936347081, 4.776384997670288, -5.435455855934631],
  [0.005407344544966578, 1.404613529898575, 0.214847559468213, -5.799100973351585, 14.17993336680509, -13.74514537774601, 4.645852612178535],
  [0.3340998053353061, 1.384590162594685, 0.09509516302823659, -19.33244095627987, 56.69055260068105, -65.35303263337234, 26.3124352495832],
];

/** From cold over dark to warm, so that zero is quiet. */
const SIGNED = [
  [120, 180, 255], [66, 122, 201], [38, 74, 128], [24, 36, 56], [18, 20, 23],
  [62, 34, 24], [134, 64, 34], [206, 104, 58], [255, 176, 130],
];

/** The maps by their names, each 256 colours as 32-bit pixels. */
export const MAPS = {
  gray: table((place) => [place, place, place]),
  viridis: table((place) => VIRIDIS.map((part) => part.reduceRight((sum, coefficient) => sum * place + coefficient, 0))),
  signed: table(mixed),
};

/** The colours of a map, given as red, green and blue from 0 to 1 at a place from 0 to 1. */
function table(at) {
  const pixels = new Uint32Array(LEVELS);
  const bytes = new Uint8Array(pixels.buffer);
  for (let level = 0; level < LEVELS; level++) {
    const parts = at(level / (LEVELS - 1)).map((part) => Math.round(Math.min(Math.max(part, 0), 1) * WHITE));
    bytes.set([...parts, WHITE], level * 4);
  }
  return pixels;
}

function mixed(place) {
  const at = place * (SIGNED.length - 1);
  const below = Math.min(Math.floor(at), SIGNED.length - 2);
  return SIGNED[below].map((low, part) => (low + (SIGNED[below + 1][part] - low) * (at - below)) / WHITE);
}

/**
 * The map for a layer: by its scale where the person chose none, none that is known, or the one of
 * signs on a scale whose middle isn't 0.
 */
export function mapOf(map, scale) {
  const isSymmetric = scale === 'symmetric' || /^-(.+):\1$/.test(scale);
  if (Object.hasOwn(MAPS, map) && (map !== 'signed' || isSymmetric)) return map;
  return scale === 'symmetric' ? 'signed' : 'gray';
}

/** The level from 0 to 255 of a value between two limits. */
export function level(value, [least, greatest]) {
  const part = greatest > least ? (value - least) / (greatest - least) : value;
  return Math.round(Math.min(Math.max(part, 0), 1) * (LEVELS - 1));
}

/** A colour as CSS. */
export function css(value, limits, map) {
  const pixel = MAPS[map][level(value, limits)];
  return `rgb(${pixel & 255} ${(pixel >> 8) & 255} ${(pixel >> 16) & 255})`;
}

/** A channel in its colours, on one scale with the one beside it; signs symmetric around 0, also where there are none. */
export function coloured(plane, map, beside = null) {
  if (!plane) return null;
  const least = Math.min(plane.least, beside?.least ?? plane.least);
  const greatest = Math.max(plane.greatest, beside?.greatest ?? plane.greatest);
  const most = Math.max(Math.abs(least), Math.abs(greatest)) || 1;
  return { ...plane, map, limits: map === 'signed' ? [-most, most] : [least, greatest] };
}

/** A canvas of a plane's values: {height, width, values, limits, map}. */
export function paint(plane) {
  return paintPlane(new OffscreenCanvas(1, 1), plane);
}

/** Puts a plane's values into a canvas, one pixel a value. */
export function paintPlane(canvas, { height, width, values, limits, map }) {
  const levels = new Uint8Array(values.length);
  for (let i = 0; i < levels.length; i++) levels[i] = level(values[i], limits);
  return putLevels(canvas, levels, height, width, map);
}

/** A canvas of levels from 0 to 255. */
export function paintLevels(levels, height, width, map) {
  return putLevels(new OffscreenCanvas(1, 1), levels, height, width, map);
}

/** Puts levels from 0 to 255 into a canvas, which takes their size, and gives it. */
export function putLevels(canvas, levels, height, width, map) {
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const colours = MAPS[map];
  for (let i = 0; i < pixels.length; i++) pixels[i] = colours[levels[i]];
  if (canvas.height !== height || canvas.width !== width) Object.assign(canvas, { height, width });
  canvas.getContext('2d').putImageData(image, 0, 0);
  return canvas;
}
