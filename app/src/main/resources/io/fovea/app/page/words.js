// The page's words in English and Korean: by the browser's language, or as the person chose.

import { state } from './state.js';
import page from './words/page.js';
import input from './words/input.js';
import network from './words/network.js';
import layer from './words/layer.js';
import find from './words/find.js';
import save from './words/save.js';
import compare from './words/compare.js';
import train from './words/train.js';

const PARTS = [page, input, network, layer, find, save, compare, train];

/** The languages, by their own names. */
export const LANGUAGES = { en: 'English', ko: '한국어' };

/** The language that is shown. */
export function language() {
  return state.language in LANGUAGES ? state.language : navigator.language.startsWith('ko') ? 'ko' : 'en';
}

/** A text by its key, {name}s in it replaced by values. */
export function t(key, values = {}) {
  const shown = language();
  const part = PARTS.find((each) => key in each[shown]);
  if (!part) throw new Error(`there is no text ${key}`);
  return part[shown][key].replace(/\{(\w+)\}/g, (all, name) => String(values[name]));
}

/** What is said of a request that failed: the server's own words, or ours where it doesn't answer. */
export function sentenceOf(fault) {
  return fault.lost ? t('page.lost') : fault.message;
}

const WHOLE = new Intl.NumberFormat('en-US');

/** A whole number with its thousands apart. */
export function whole(number) {
  return WHOLE.format(number);
}

/** A value with so many digits that it can be told from its neighbours. */
export function decimal(value) {
  if (!Number.isFinite(value)) return String(value ?? NaN).replace('Infinity', '∞').replace('-', '−');
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 1e6)) return value.toExponential(2).replaceAll('-', '−');
  const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 || size === 0 ? 2 : 3;
  return value.toFixed(digits).replace('-', '−');
}

/** A size as the field writes it: height × width × channels. */
export function size(sides) {
  return sides.join(' × ');
}
