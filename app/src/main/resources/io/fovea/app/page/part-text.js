// The texts of a part of the page, painted where the browser lays their lines.

/** Paints a text of the page; what goes beyond the edge ends with an ellipsis. */
export function paintText(pen, node, style, edge) {
  if (node.data.trim()) linesOf(node).forEach((line) => paintLine(pen, line, style, edge));
}

/** Paints one line, {words, left, top, bottom}, in the middle between top and bottom. */
export function paintLine(pen, { words, left, top, bottom }, style, edge) {
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  pen.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing;
  pen.fillStyle = style.color;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = pen.measureText('');
  const shown = style.textTransform === 'uppercase' ? words.toUpperCase() : words;
  pen.fillText(fitting(pen, shown, edge - left), left, (top + bottom + above - below) / 2);
}

function fitting(pen, words, room) {
  if (pen.measureText(words).width <= room + 1) return words;
  const letters = [...words];
  while (letters.length && pen.measureText(`${letters.join('')}…`).width > room) letters.pop();
  return `${letters.join('')}…`;
}

/** The lines that the browser breaks a text into; a letter that has no width isn't shown unless it is a mark on another. */
function linesOf(node) {
  const range = document.createRange();
  const lines = [];
  let at = 0;
  for (const letter of node.data) {
    range.setStart(node, at);
    range.setEnd(node, (at += letter.length));
    const [box] = range.getClientRects();
    const isSpace = /\s/.test(letter);
    if (!box || (isSpace && !box.width)) continue;
    const line = lines.at(-1);
    const { left, top, bottom } = box;
    if (line?.top === top) line.words += isSpace ? ' ' : letter;
    else if (!isSpace) lines.push({ words: letter, left, top, bottom });
  }
  return lines;
}
