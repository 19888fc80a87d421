// A small gray picture of a layer: its most varied channel.

import { putLevels } from './colour.js';

/** Paints a canvas with its property `picture`, {height, width, bytes}, if it hasn't yet. */
export function paint(canvas) {
  const { picture } = canvas;
  if (!picture || canvas.painted === picture) return;
  canvas.painted = picture;
  putLevels(canvas, picture.bytes, picture.height, picture.width, 'gray');
}
