// A scale between two numbers that a person types, so that layers can be held against each other.

import { html } from 'lit-html';
import { update } from './state.js';
import { t } from './words.js';

const RANGE = /^([^:%]+):([^:%]+)$/;

/** The two ends of a scale as it is written, or null where it isn't a fixed range. */
export function rangeOf(scale) {
  const [, least, greatest] = RANGE.exec(scale) ?? [];
  return least === undefined ? null : [least, greatest];
}

/** The scale that begins where these limits do and ends where they do; never an empty one. */
export function rangeFrom(limits) {
  let [least, greatest] = [Infinity, -Infinity];
  for (const [low, high] of limits) {
    least = Math.min(least, low);
    greatest = Math.max(greatest, high);
  }
  return `${exact(least)}:${exact(greatest > least ? greatest : least + 1)}`;
}

/** With the fewest digits that give the same 32-bit float. */
function exact(number) {
  let digits = 1;
  while (digits < 17 && Math.fround(number.toPrecision(digits)) !== Math.fround(number)) digits++;
  return String(Number(number.toPrecision(digits)));
}

/** Two fields for the ends. */
export function rangeFields(scale) {
  const range = rangeOf(scale);
  if (!range) return '';
  const field = (end) => html`<input
    type="number"
    step="any"
    aria-label=${t(end ? 'scale.to' : 'scale.from')}
    title=${t(end ? 'scale.to' : 'scale.from')}
    .value=${range[end]}
    @change=${take}
  />`;
  return html`<span class="range">${field(0)}<span>…</span>${field(1)}</span>`;
}

/** A range has to go upwards, as both fields say; what doesn't is said at the field and not shown. */
function take({ target: field }) {
  const fields = [...field.parentElement.querySelectorAll('input')];
  const [least, greatest] = fields.map((each) => each.valueAsNumber);
  const fits = least < greatest;
  fields.forEach((each) => each.setCustomValidity(''));
  if (!fits) field.setCustomValidity(t('scale.upwards'));
  if (fits) update({ scale: `${least}:${greatest}` });
  else field.reportValidity();
}
