// The lines that make again what is shown, to copy: a Java program, JShell lines, commands.

import { html, nothing, render } from 'lit-html';
import { json } from './api.js';
import { copy } from './copy.js';
import { turns } from './newest.js';
import { sentenceOf, t } from './words.js';

const FORMS = ['java', 'shell', 'command'];
const TOLD = 1500;

const turn = turns();

let dialog;

/** Asks for the lines of a layer and shows them. */
export async function openLines(asked) {
  dialog ??= document.body.appendChild(document.createElement('dialog'));
  dialog.className = 'lines';
  dialog.setAttribute('aria-label', t('save.lines'));
  show({});
  dialog.showModal();
  const signal = turn();
  const told = await json('api/java', asked).then((lines) => ({ lines, signal }), (error) => ({ fault: sentenceOf(error) }));
  if (!signal.aborted) show(told);
}

/** @param signal says when these lines are no longer those that are shown */
function show({ lines, signal, fault, copied }) {
  render(
    html`<div class="lines-head">
        <h2>${t('save.lines')}</h2>
        <button @click=${() => dialog.close()}>${t('help.close')}</button>
      </div>
      ${fault ? html`<p role="alert">${fault}</p>` : nothing}
      ${lines ? FORMS.map((form) => formView(form, { lines, signal, copied })) : nothing}`,
    dialog,
  );
}

function formView(form, { lines, signal, copied }) {
  const tell = (what) => signal.aborted || show({ lines, signal, copied: what });
  const copyThem = async () => {
    if (!(await copy(lines[form]))) return;
    tell(form);
    setTimeout(tell, TOLD);
  };
  return html`<section aria-label=${t(`save.${form}`)}>
    <div class="lines-head">
      <h3 class="label">${t(`save.${form}`)}</h3>
      <button @click=${copyThem}>${copied === form ? t('page.copied') : t('save.copy')}</button>
    </div>
    <pre tabindex="0">${lines[form]}</pre>
  </section>`;
}
