// A small gray picture of a layer: its most varied channel.

/** Paints a canvas with its property `picture`, {height, width, bytes}, if it hasn't yet. */
export function paint(canvas) {
  const { picture } = canvas;
  if (!picture || canvas.painted === picture) return;
  canvas.painted = picture;
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext('2d');
  const pixels = context.createImageData(picture.width, picture.height);
  for (let i = 0; i < picture.bytes.length; i++) {
    pixels.data.fill(picture.bytes[i], 4 * i, 4 * i + 3);
    pixels.data[4 * i + 3] = 255;
  }
  context.putImageData(pixels, 0, 0);
}
