// What is chosen before a training: network, folder, and more for those who want it.
import { html } from 'lit-html';
import { sentenceOf, t, whole } from './words.js';
import { choose, isRunning, start } from './train-session.js';

export function formPane(state, train) {
  const running = isRunning(train.training);
  const network = chosenNetwork(state, train);
  return html`
    <h2 id="train-choose"><b>1</b> ${t('train.choose')}</h2>
    <fieldset ?disabled=${running}>
      ${networkChoice(state, train, network)} ${folderChoice(train)} ${name(state)} ${more(state, train)}
    </fieldset>
    ${action(train, network, running)}`;
}

/** What the form names, else the model of the page, else the first there is. */
function chosenNetwork(state, { overview }) {
  const names = networks(state, overview);
  const preferred = [state.base, state.scratch ? 'squeezenet-bn' : state.model];
  return preferred.find((name) => names.includes(name)) ?? names[0] ?? '';
}

/** The page's own model may have no name of its own: a path, or another name for one. */
function networks(state, overview) {
  const named = (state.start?.models ?? []).map(({ name }) => name);
  return state.scratch ? overview.architectures : [...new Set([state.model, ...named])].filter(Boolean);
}

function networkChoice(state, { overview }, network) {
  const kind = (scratch) => html`
    <button type="button" aria-pressed=${state.scratch === scratch}
      @click=${() => choose({ scratch, base: '' })}>
      ${t(scratch ? 'train.scratch' : 'train.transfer')}
    </button>`;
  return html`
    <div class="switch" role="group" aria-label=${t('train.beginning')}>${kind('')}${kind('1')}</div>
    <p class="small">${t(state.scratch ? 'train.scratchHint' : 'train.transferHint')}</p>
    <label class="field">
      <span>${t(state.scratch ? 'train.architecture' : 'train.network')}</span>
      <select @change=${(event) => choose({ base: event.target.value })}>
        ${networks(state, overview).map(
          (name) => html`<option value=${name} .selected=${name === network}>${name}</option>`)}
      </select>
    </label>`;
}

function folderChoice(train) {
  if (train.roots.folders.length === 0) {
    return html`
      <div class="folder-none">
        <p>${t('train.noFolder')}</p>
        <code>fovea explore --folder ${t('train.pictures')}</code>
        <p class="small">${t('train.layout')}</p>
      </div>`;
  }
  return html`
    <div class="folder" aria-busy=${train.browsing !== undefined}>
      <h3>${t('train.folder')}</h3>
      ${path(train)}
      ${train.folderFault ? html`<p class="train-fault" role="alert">${sentenceOf(train.folderFault)}</p>` : ''}
      <ul class="folder-list" tabindex="-1">${train.folder.folders.map((each) => entry(each, train))}</ul>
      ${verdict(train.folder)}
    </div>`;
}

/** Where we are, with the way up. */
function path({ folder, roots }) {
  const up = folder.parent ?? (roots.folders.length > 1 && folder.path ? '' : undefined);
  return html`
    <div class="folder-path">
      <button type="button" aria-label=${t('train.up')} ?disabled=${up === undefined} @click=${() => choose({ folder: up })}>↑</button>
      <span title=${folder.path ?? ''}><bdi>${folder.path ?? t('train.allowed')}</bdi></span>
    </div>`;
}

/** Of a class, how many pictures it has, as a number and as a bar. */
function entry(each, { folder }) {
  const most = Math.max(1, ...folder.folders.map(({ pictures = 0 }) => pictures));
  const count = each.pictures
    ? t(each.pictures === 1 ? 'train.one' : 'train.count', { n: whole(each.pictures) + (each.more ? '+' : '') })
    : t(each.holdsFolders ? 'train.folders' : 'train.empty');
  return html`
    <li>
      <button type="button" ?disabled=${!each.holdsFolders} @click=${() => choose({ folder: each.path })}>
        <span class="name">${each.name}</span>
        <span class="count">${count}${each.holdsFolders ? ' ›' : ''}</span>
        ${each.pictures ? html`<meter min="0" max=${most} .value=${each.pictures} aria-hidden="true"></meter>` : ''}
      </button>
    </li>`;
}

function verdict(folder) {
  if (folder.labelled) {
    const classes = folder.folders.filter(({ pictures }) => pictures > 0);
    const pictures = classes.reduce((sum, each) => sum + each.pictures, folder.pictures);
    const words = { classes: whole(classes.length), pictures: whole(pictures) };
    return html`<p class="folder-verdict good">✓ ${t('train.labelled', words)}</p>`;
  }
  return html`<p class="folder-verdict">${t('train.layout')}</p>`;
}

/** Left empty, the server gives one. */
function name({ called }) {
  return html`
    <label class="field">
      <span>${t('train.name')}</span>
      <input .value=${called} placeholder="trained-…" autocomplete="off" spellcheck="false"
        @change=${(event) => choose({ called: event.target.value.trim() })}>
    </label>`;
}

function more(state, { more, overview }) {
  const defaults = state.scratch ? overview.scratch : overview.transfer;
  const number = (name, attributes) => html`
    <label class="field">
      <span>${t(`train.${name}`)}</span>
      <input type="number" .value=${state[name]} placeholder=${attributes.otherwise}
        min=${attributes.min} max=${attributes.max} step=${attributes.step ?? 1}
        @change=${(event) => choose({ [name]: event.target.value })}>
    </label>`;
  const options = (name, values) => html`
    <label class="field">
      <span>${t(`train.${name}`)}</span>
      <select @change=${(event) => choose({ [name]: event.target.value })}>
        ${values.map(([value, words]) => html`
          <option value=${value} .selected=${state[name] === value}>${words}</option>`)}
      </select>
    </label>`;
  const augmentation = t(state.scratch ? 'train.standard' : 'train.none');
  return html`
    <details class="train-more" ?open=${more}>
      <summary>${t('train.more')}</summary>
      ${options('validation', ['0.1', '0.2', '0.25', '0.3', '0.4'].map((share) => [share, `${Math.round(share * 100)} %`]))}
      ${number('epochs', { min: 1, max: 1000, otherwise: defaults.epochs })}
      ${number('batch', { min: 1, max: 1024, otherwise: defaults.batch })}
      ${number('rate', { min: 0, max: 100, step: 'any', otherwise: state.scratch ? defaults.rate : t('train.fitting') })}
      ${options('augmentation', [
        ['', t('train.usual', { what: augmentation })], ['none', t('train.none')],
        ['flip', t('train.flip')], ['standard', t('train.standard')],
      ])}
      ${options('keep', [['best', t('train.best')], ['last', t('train.last')]])}
      ${number('seed', { min: 0, max: 1e9, otherwise: 1 })}
    </details>`;
}

/** What a folder lacks to learn from: folders in it may lead to one that lacks nothing. */
function lackOf({ folders }) {
  const filled = folders.filter(({ pictures }) => pictures > 0);
  if (filled.length > 0) {
    return 'train.needsTwo';
  }
  const leadsOn = folders.some(({ holdsFolders }) => holdsFolders);
  return leadsOn || folders.length === 0 ? 'train.needsFolder' : 'train.needsPictures';
}

/** Begins; where that can't be, says why. */
function action(train, network, running) {
  const missing = [
    [running, 'train.running'], [!train.folder.labelled, lackOf(train.folder)], [!network, 'train.needsNetwork'],
  ].find(([isSo]) => isSo);
  return html`
    <button class="primary" type="button" ?disabled=${Boolean(missing) || train.starting}
      aria-describedby="train-why" @click=${() => start(network)}>${t('train.start')}</button>
    ${train.refusal ? html`<p class="train-fault" role="alert">${sentenceOf(train.refusal)}</p>` : ''}
    <p class="small" id="train-why">${missing ? t(missing[1]) : t('train.ready')}</p>`;
}
