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
        ${t('layer.of', { index: layer.index, count: shown.network.totals.layers })}
      </span>
    </h1>
    <div>
      <p>${layer.sentence?.[language()] ?? layer.description}</p>
      ${fault ? html`<p class="fault">${fault.message}</p>` : ''}
    </div>
    <dl>
      <dt>${t('layer.fixed')}</dt>
      <dd>${fixed(layer)}</dd>
      <dt>${t('layer.learned')}</dt>
      <dd>${learned(layer)}</dd>
      ${states(layer)}
    </dl>
  </header>`;
}

function fact(name, value) {
  return html`<span>${name} <b>${value}</b></span>`;
}

function fixed(layer) {
  const facts = Object.entries(layer.hyperparameters).map(([name, value]) => fact(name, value));
  if (layer.macs) facts.push(fact('MACs', whole(layer.macs)));
  if (layer.field) facts.push(fact(t('layer.field'), size(layer.field)));
  return facts.length === 0 ? t('layer.none') : facts;
}

function learned(layer) {
  const parameters = layer.parameters.filter((each) => each.learned);
  if (parameters.length === 0) return t('layer.none');
  return [
    ...parameters.map((each) => fact(each.name, size(each.size))),
    html`<span>${t('layer.values', { count: whole(layer.learnables) })}</span>`,
  ];
}

function states(layer) {
  const parameters = layer.parameters.filter((each) => !each.learned);
  if (parameters.length === 0) return '';
  return html`<dt>${t('layer.states')}</dt>
    <dd>${parameters.map((each) => fact(each.name, size(each.size)))}</dd>`;
}
