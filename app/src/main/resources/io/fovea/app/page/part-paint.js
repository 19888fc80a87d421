// Paints elements of the page into a canvas: boxes, pictures and meters where the browser lays them out.

import { paintLine, paintText } from './part-text.js';

const MATRIX = ['a', 'b', 'c', 'd', 'e', 'f'];
const SIDES = ['Top', 'Right', 'Bottom', 'Left'];

/**
 * Paints an element and all in it.
 *
 * @param drawing {pen, scale: pixels of the canvas for one of the page, origin: of copies the elements
 *     that the page shows, since a copy lacks what was painted into a canvas or chosen}
 * @param edge where a text that is too long ends with an ellipsis
 */
export function paint(drawing, element, edge = Infinity) {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility !== 'visible' || style.clipPath !== 'none') return;
  const { pen, origin } = drawing;
  const box = element.getBoundingClientRect();
  pen.save();
  pen.globalAlpha *= style.opacity;
  paintBox(pen, style, box);
  if (style.overflowX !== 'visible' && style.display !== 'contents') clip(pen, style, box);
  const own = OWN[element.localName];
  if (own) own({ ...drawing, style, box: inside(style, box) }, origin.get(element), element);
  else paintChildren(drawing, element, style, style.textOverflow === 'ellipsis' ? inside(style, box).right : edge);
  pen.restore();
}

function paintChildren(drawing, element, style, edge) {
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) paintText(drawing.pen, child, style, edge);
    else if (child.nodeType === Node.ELEMENT_NODE) paint(drawing, child, edge);
  }
}

/** What isn't made of boxes and texts, by its element: painted inside its borders, as the page shows it. */
const OWN = {
  img: (drawing, image) => paintPicture(drawing, image, image.naturalWidth, image.naturalHeight),
  canvas: (drawing, canvas) => paintPicture(drawing, canvas, canvas.width, canvas.height),
  'training-plot': ({ pen, box, scale }, plot) => pen.drawImage(plot.picture(scale), box.left, box.top, box.width, box.height),
  meter: (drawing, meter) => paintShare(drawing, meter.value / meter.max, meter.matches('.first') ? '--faint' : '--text'),
  progress: (drawing, bar) => paintShare(drawing, bar.value / bar.max, bar.closest('.bars') ? signOf(bar) : '--accent'),
  select: ({ pen, style, box }, select) => {
    const words = select.selectedOptions[0]?.textContent.trim() ?? '';
    paintLine(pen, { words, ...box }, style, box.right);
  },
  svg: ({ pen }, svg, copy) => copy.querySelectorAll('rect').forEach((shape) => paintShape(pen, shape, getComputedStyle(shape))),
};

/** A rectangle of a drawing, whose line is as wide as on the page however far the drawing is stretched. */
function paintShape(pen, shape, { display, fill, stroke: colour, strokeWidth }) {
  if (display === 'none') return;
  const { x, y, width, height } = shape.getBBox();
  pen.save();
  pen.transform(...MATRIX.map((part) => shape.getScreenCTM()[part]));
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.restore(); // the path stays where it is
  if (fill !== 'none') {
    pen.fillStyle = fill;
    pen.fill();
  }
  if (colour !== 'none') stroke(pen, { width: parseFloat(strokeWidth), colour });
}

function paintPicture({ pen, style, box, scale: pixels }, picture, width, height) {
  if (!width || !height) return;
  const isFilled = style.objectFit === 'fill';
  const scale = Math.min(box.width / width, box.height / height);
  const [across, down] = isFilled ? [box.width, box.height] : [width * scale, height * scale];
  const staysSharp = picture.localName === 'canvas' && Number.isInteger((across * pixels) / width);
  pen.imageSmoothingEnabled = style.imageRendering !== 'pixelated' && !staysSharp;
  pen.drawImage(picture, box.left + (box.width - across) / 2, box.top + (box.height - down) / 2, across, down);
}

/** The colour of a value above 0, or below. */
function signOf(bar) {
  return bar.matches('.below') ? '--cold' : '--warm';
}

/** A bar of which a share is in a colour of the palette. */
function paintShare({ pen, style, box }, share, colour) {
  for (const [name, width] of [['--line', box.width], [colour, box.width * share]]) {
    outline(pen, style, { ...box, width });
    pen.fillStyle = style.getPropertyValue(name);
    pen.fill();
  }
}

function paintBox(pen, style, box) {
  outline(pen, style, box);
  pen.fillStyle = style.backgroundColor;
  pen.fill();
  const borders = SIDES.map((side) => borderOf(style, side));
  if (borders.every(({ width, colour }) => width > 0 && colour === borders[0].colour)) {
    outline(pen, style, box, borders[0].width / 2);
    stroke(pen, borders[0]);
  } else {
    borders.forEach((border, side) => border.width > 0 && paintSide(pen, box, border, side));
  }
  if (style.outlineStyle === 'solid') paintRound(pen, style, box);
}

/** The line round a box, outside its borders. */
function paintRound(pen, style, box) {
  const width = parseFloat(style.outlineWidth);
  outline(pen, style, box, -width / 2 - parseFloat(style.outlineOffset));
  stroke(pen, { width, colour: style.outlineColor });
}

function paintSide(pen, { left, top, right, bottom }, border, side) {
  const half = border.width / 2;
  const [fromX, toX] = [[left, right], [right - half, right - half], [left, right], [left + half, left + half]][side];
  const [fromY, toY] = [[top + half, top + half], [top, bottom], [bottom - half, bottom - half], [top, bottom]][side];
  pen.beginPath();
  pen.moveTo(fromX, fromY);
  pen.lineTo(toX, toY);
  stroke(pen, border);
}

function stroke(pen, { width, colour, isDashed }) {
  pen.setLineDash(isDashed ? [3 * width, 2 * width] : []);
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.stroke();
}

function borderOf(style, side) {
  const kind = style[`border${side}Style`];
  const width = kind === 'none' ? 0 : parseFloat(style[`border${side}Width`]);
  return { width, colour: style[`border${side}Color`], isDashed: kind === 'dashed' };
}

function outline(pen, style, { left, top, width, height }, inset = 0) {
  const [across, down] = [width - 2 * inset, height - 2 * inset];
  pen.beginPath();
  if (across > 0 && down > 0) pen.roundRect(left + inset, top + inset, across, down, parseFloat(style.borderTopLeftRadius) || 0);
}

function clip(pen, style, box) {
  outline(pen, style, box);
  pen.clip();
}

/** What of a box is inside its borders and padding. */
function inside(style, box) {
  const [above, after, below, before] = SIDES.map((side) => borderOf(style, side).width + parseFloat(style[`padding${side}`]));
  const [left, top, right, bottom] = [box.left + before, box.top + above, box.right - after, box.bottom - below];
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}
