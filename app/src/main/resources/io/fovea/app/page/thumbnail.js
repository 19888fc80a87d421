// A small gray picture of a layer: its most varied channel.

import { paintLevels } from './colour.js';

/** Paints a canvas with its property `picture`, {height, width, bytes}, if it hasn't yet. */
export function paint(canvas) {
  const { picture } = canvas;
  if (!picture || canvas.painted === picture) return;
  canvas.painted = picture;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d').drawImage(paintLevels(picture.bytes, picture.height, picture.width, 'gray'), 0, 0);
}
