// What a layer is, in words and numbers: what the architecture fixed apart from what was learned.

import { html } from 'lit-html';
import { language, size, t, whole } from './words.js';

export function layerHead(shown, layer) {
  const fault = shown.network.faults.find((each) => each.layer === layer.name);
  return html`<header class="layer-head">
    <h1>
      <i class="swatch" data-kind=${layer.kind}></i>${layer.name}
      <span class="small">
        ${layer.type} · ${layer.size ? size(layer.size) : '?'} ·
        ${t('layer.of', { index: layer.index, count: whole(shown.network.totals.layers) })}
      </span>
    </h1>
    <div>
      <p>${layer.sentence?.[language()] ?? layer.description}</p>
      ${fault ? html`<p class="fault">${fault.message}</p>` : ''}
    </div>
    <div class="layer-facts">
      ${group('fixed', fixed(layer))} ${group('learned', learned(layer))} ${states(layer)}
    </div>
  </header>`;
}

function group(name, facts) {
  return html`<section>
    <h2>${t(`layer.${name}`)}</h2>
    ${facts.length === 0 ? html`<p>${t('layer.none')}</p>` : html`<dl>${facts}</dl>`}
  </section>`;
}

function fact(name, value) {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** What is held in 32 bits has seven digits that mean something. */
function plain(value) {
  return /\d\.\d{8}/.test(value) ? Number(Number(value).toPrecision(7)) : value;
}

function fixed(layer) {
  const facts = Object.entries(layer.hyperparameters).map(([name, value]) => fact(name, plain(value)));
  if (layer.macs) facts.push(fact('MACs', whole(layer.macs)));
  if (layer.field) facts.push(fact(t('layer.field'), size(layer.field)));
  return facts;
}

function learned(layer) {
  const facts = sizes(layer, true);
  if (facts.length > 0) facts.push(fact(t('layer.values'), whole(layer.learnables)));
  return facts;
}

function states(layer) {
  const facts = sizes(layer, false);
  return facts.length === 0 ? '' : group('states', facts);
}

function sizes({ parameters }, isLearned) {
  return parameters.filter(({ learned }) => learned === isLearned).map((each) => fact(each.name, size(each.size)));
}
