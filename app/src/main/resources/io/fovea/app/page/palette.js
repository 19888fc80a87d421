// The palette's colours for canvases, which can't read custom properties: read once for each theme,
// since asking for one makes the browser lay out all that has changed.

const known = new Map();
const light = matchMedia('(prefers-color-scheme: light)');
const lightStyle = document.getElementById('light');
let theme = '';

/** A colour of style/tokens.css by its name, such as --accent. */
export function colour(name) {
  return read(name).trim();
}

/** The page's fonts, as a canvas names them. */
export function font() {
  return read('--font');
}

function read(name) {
  const root = document.documentElement;
  const now = `${root.dataset.theme} ${light.matches} ${Boolean(lightStyle.sheet)}`; // it may come late
  if (now !== theme) {
    theme = now;
    known.clear();
  }
  if (!known.has(name)) known.set(name, getComputedStyle(root).getPropertyValue(name));
  return known.get(name);
}
