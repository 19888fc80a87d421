// Values as colours: gray, viridis, and a diverging map whose middle is zero. That one is dark in
// the middle, so that zero is quiet beside pictures; what is saved uses the library's, which is light.

const LEVELS = 256;

/** Viridis at nine places (S. van der Walt, N. Smith; CC0), between which it is even. */
const VIRIDIS = [
  [68, 1, 84], [72, 40, 120], [62, 74, 137], [49, 104, 142], [38, 130, 142],
  [31, 158, 137], [53, 183, 121], [110, 206, 88], [253, 231, 37],
];

/** From cold over dark to warm, so that zero is quiet. */
const DIVERGING = [
  [120, 180, 255], [66, 122, 201], [38, 74, 128], [24, 36, 56], [18, 20, 23],
  [62, 34, 24], [134, 64, 34], [206, 104, 58], [255, 176, 130],
];

const GRAY = [[0, 0, 0], [255, 255, 255]];

/** The maps by their names, each 256 colours as 32-bit pixels. */
export const MAPS = { gray: table(GRAY), viridis: table(VIRIDIS), diverging: table(DIVERGING) };

function table(stops) {
  const pixels = new Uint32Array(LEVELS);
  const bytes = new Uint8ClampedArray(pixels.buffer);
  for (let level = 0; level < LEVELS; level++) {
    const place = (level / (LEVELS - 1)) * (stops.length - 1);
    const below = Math.min(Math.floor(place), stops.length - 2);
    for (let part = 0; part < 3; part++) {
      const [low, high] = [stops[below][part], stops[below + 1][part]];
      bytes[level * 4 + part] = low + (high - low) * (place - below);
    }
    bytes[level * 4 + 3] = 255;
  }
  return pixels;
}

/** The map for a layer where the person chose none: diverging where a scale has 0 in its middle. */
export function mapOf(map, scale) {
  if (map in MAPS) return map;
  return scale === 'symmetric' ? 'diverging' : 'gray';
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

/** A canvas of a plane's values: {height, width, values, limits, map}. */
export function paint({ height, width, values, limits, map }) {
  const levels = new Uint8Array(values.length);
  for (let i = 0; i < levels.length; i++) levels[i] = level(values[i], limits);
  return paintLevels(levels, height, width, map);
}

/** A canvas of levels from 0 to 255. */
export function paintLevels(levels, height, width, map) {
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const colours = MAPS[map];
  for (let i = 0; i < pixels.length; i++) pixels[i] = colours[levels[i]];
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d').putImageData(image, 0, 0);
  return canvas;
}
