// Copying a text: by the browser where it lets us, else by hand.

import { html, render } from 'lit-html';
import { t } from './words.js';

let dialog;

/**
 * Copies a text. Pages that come over plain http from another machine may not: then the text is
 * shown selected, so that one key copies it.
 *
 * @returns whether the browser has copied it
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    show(text);
    return false;
  }
}

function show(text) {
  dialog ??= document.body.appendChild(document.createElement('dialog'));
  dialog.className = 'copy';
  dialog.setAttribute('aria-label', t('copy.title'));
  render(
    html`<label>
        ${t('copy.byHand')}
        <textarea readonly rows=${Math.min(text.split('\n').length + 1, 12)} .value=${text}></textarea>
      </label>
      <button @click=${() => dialog.close()}>${t('help.close')}</button>`,
    dialog,
  );
  dialog.showModal();
  const field = dialog.querySelector('textarea');
  field.focus();
  field.select();
}
