// The graph as a picture, from the server's drawing. It is loaded when somebody saves one, and imports nothing.

const SCALE = 2; // pixels of the picture for one of the drawing
const MOST_SIDE = 16_384; // of a canvas

/** A canvas of a drawing, on the ground of the browser's theme: that is the drawing's. */
export async function pictureOf(address) {
  const drawing = new Image();
  drawing.src = address;
  await drawing.decode();
  const canvas = document.createElement('canvas');
  const times = Math.min(SCALE, MOST_SIDE / Math.max(drawing.naturalHeight, drawing.naturalWidth));
  canvas.height = drawing.naturalHeight * times;
  canvas.width = drawing.naturalWidth * times;
  const context = canvas.getContext('2d');
  context.fillStyle = matchMedia('(prefers-color-scheme: dark)').matches ? '#0e1012' : '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(drawing, 0, 0, canvas.width, canvas.height);
  return canvas;
}
