// The head of the page: what is open, the tabs, and what concerns the whole page.

import { html } from 'lit-html';
import { copy } from './copy.js';
import { openHelp } from './help.js';
import { reportLink } from './save.js';
import { state, update } from './state.js';
import { LANGUAGES, language, t, whole } from './words.js';

const GIGA = 1e9;

export function headView(shown, tabs) {
  return html`<header class="head">
    <span class="brand"><img src="page/fovea.svg" alt="" />Fovea</span>
    ${models(shown)}
    <span class="facts">${facts(shown)}</span>
    <nav aria-label=${t('page.tabs')}>
      ${tabs.map(
        (tab) =>
          html`<button class="tab" aria-current=${shown.tab === tab ? 'page' : 'false'} @click=${() => update({ tab })}>
            ${t(`page.${tab}`)}
          </button>`,
      )}
    </nav>
    ${shown.tab === 'explore' ? reportLink(shown) : ''}
    <button id="copy-link" @click=${copyLink}>${shown.copied ? t('page.copied') : t('page.copyLink')}</button>
    <button aria-label=${t('page.language')} title=${t('page.language')} @click=${otherLanguage}>
      ${language() === 'en' ? 'EN' : '한'}
    </button>
    <button aria-label=${t('page.theme')} title=${t('page.theme')} @click=${otherTheme}>◐</button>
    <button aria-label=${t('page.help')} title=${t('page.help')} @click=${openHelp}>?</button>
  </header>`;
}

function models(shown) {
  if (!shown.start) return '';
  const names = new Set([shown.start.model, shown.model, ...shown.start.models.map((model) => model.name)]);
  return html`<select
    aria-label=${t('page.model')}
    @change=${(event) => update({ model: event.target.value })}
  >
    ${[...names].map((name) => html`<option value=${name} .selected=${name === shown.model} title=${name}>${name.split(/[\\/]/).at(-1)}</option>`)}
  </select>`;
}

function facts({ network }) {
  if (!network) return '';
  const { layers, learnables, macs } = network.totals;
  return html`${standIn(network)} ${t('page.facts', { layers: whole(layers), learnables: whole(learnables), macs: (macs / GIGA).toFixed(2) })}`;
}

/** Says that another network stands in for the one that was asked for, and which. */
function standIn({ notice, name }) {
  return notice ? html`<span class="stand-in" title=${notice}>${t('page.standIn', { name })}</span>` : '';
}

async function copyLink() {
  if (!(await copy(location.href))) return;
  update({ copied: true });
  setTimeout(() => update({ copied: false }), 1500);
}

function otherLanguage() {
  const all = Object.keys(LANGUAGES);
  update({ language: all[(all.indexOf(language()) + 1) % all.length] });
}

function otherTheme() {
  const light = matchMedia('(prefers-color-scheme: light)').matches;
  const now = state.theme || (light ? 'light' : 'dark');
  update({ theme: now === 'dark' ? 'light' : 'dark' });
}
