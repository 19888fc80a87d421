// What the compare tab knows: the two sides, and what the server says of them.

import { binary, json, post } from './api.js';
import { follower, turns } from './newest.js';
import { state, subscribe, update } from './state.js';

const THUMBNAIL = 32;
const TILE = 64;
const MOST_CHANNELS = 256;

const askRows = follower('compared', ({ attempt, ...query }, how) => binary('api/compare', query, how));
const askLayer = follower('comparedLayer', ({ attempt, ...query }, how) => binary('api/compare', query, how));

/** The names by which the state knows each side. */
const SIDES = {
  A: { model: 'model', input: 'input', name: 'inputName' },
  B: { model: 'otherModel', input: 'otherInput', name: 'otherInputName' },
};

/** {model, input, name} of a side; what B leaves out is as on A. */
export function sideOf(shown, side) {
  const names = SIDES[side];
  return {
    model: shown[names.model] || shown.model,
    input: shown[names.input] || shown.input,
    name: shown[names.input] ? shown[names.name] : shown.inputName,
  };
}

/** Whether B differs from A. */
export function isChosen(shown) {
  const { model, input } = sideOf(shown, 'B');
  return model !== shown.model || input !== shown.input;
}

/** What is compared now. */
function comparedNow(shown) {
  const { model, input } = sideOf(shown, 'B');
  return { model: shown.model, input: shown.input, otherModel: model, otherInput: input };
}

function isOf(shown, asked, parts) {
  const now = comparedNow(shown);
  return Boolean(asked) && parts.every((part) => asked[part] === now[part]);
}

const NETWORKS = ['model', 'otherModel'];
const ALL = [...NETWORKS, 'input', 'otherInput'];

/**
 * An answer that may be shown, as the state holds it: one about inputs before stays, dimmed, until
 * the new one is there; of other networks nothing stays, as its layers aren't those of the names above.
 */
function shownOf(shown, answer) {
  return isOf(shown, answer?.asked, NETWORKS) ? answer : undefined;
}

/** {head, body} about all layers; undefined until it is there. */
export function answerOf(shown) {
  return shownOf(shown, shown.compared)?.value;
}

/** The rows of all layers; undefined until they are there. */
export function rowsOf(shown) {
  return answerOf(shown)?.head.rows;
}

/** {head, body} about one layer; undefined until it is there. */
export function layerAnswerOf(shown, layer) {
  const answer = shownOf(shown, shown.comparedLayer);
  return answer?.asked.layer === layer ? answer.value : undefined;
}

/** What went wrong with an answer, `compared` or `comparedLayer`, to what is compared now. */
export function faultOf(shown, name) {
  const { asked, fault } = shown[name] ?? {};
  return isOf(shown, asked, ALL) ? fault : undefined;
}

/** Whether an answer, `compared` or `comparedLayer`, is of what was compared before. */
export function isBehind(shown, name) {
  const { asked, busy } = shown[name] ?? {};
  return Boolean(busy) || !isOf(shown, asked, ALL);
}

/** Chooses a network for a side. */
export function chooseModel(side, model) {
  update(side === 'A' ? { model } : { otherModel: model });
}

const turnOf = { A: turns(), B: turns() };

/** Chooses an input for a side; what is being sent for it is no longer wanted. */
export function chooseInput(side, input, name) {
  leaveSent(side);
  update({ [SIDES[side].input]: input, [SIDES[side].name]: name });
}

/** Sends a file, and chooses it for a side when it is taken. */
export async function sendTo(side, file) {
  const signal = turnOf[side]();
  update({ waiting: { ...state.waiting, [`send${side}`]: true }, faults: { ...state.faults, send: undefined } });
  try {
    const taken = await post('api/inputs', { name: file.name || 'pasted.png' }, file, { signal });
    if (!signal.aborted) chooseInput(side, taken.id, taken.name);
  } catch (error) {
    if (signal.aborted) return;
    leaveSent(side);
    update({ faults: { ...state.faults, send: error } });
  }
}

function leaveSent(...sides) {
  sides.forEach((side) => turnOf[side]());
  update({ waiting: { ...state.waiting, ...Object.fromEntries(sides.map((side) => [`send${side}`, false])) } });
}

/** A becomes B, and B becomes A. */
export function swap() {
  leaveSent('A', 'B');
  const [before, after] = [sideOf(state, 'A'), sideOf(state, 'B')];
  update(sides(after, before));
}

/** Takes B's choice back. */
export function leaveOther() {
  leaveSent('B');
  update({ otherModel: '', otherInput: '', otherInputName: undefined });
}

/** Goes to a layer's channel of one side; the other side stays what it is compared with. */
export function explore(side, layer, channel = 0) {
  leaveSent('A', 'B');
  const [own, other] = [sideOf(state, side), sideOf(state, side === 'A' ? 'B' : 'A')];
  update({
    ...sides(own, other),
    tab: 'explore',
    layer,
    channel,
    at: '',
    view: 'activation',
  });
}

function sides(own, other) {
  return {
    model: own.model,
    input: own.input,
    inputName: own.name,
    otherModel: other.model === own.model ? '' : other.model,
    otherInput: other.input === own.input ? '' : other.input,
    otherInputName: other.name,
    box: '',
  };
}

/** Asks again what failed. */
export function askAgain() {
  update({ compareAttempt: (state.compareAttempt ?? 0) + 1 });
}

let entered = false;

/** Networks that were trained meanwhile are there, too. */
async function enter(tab) {
  if (entered === (tab === 'compare')) return;
  entered = !entered;
  if (!entered) return;
  await json('api/start').then((start) => update({ start }), () => {}); // the list as it was will do
}

function follow(shown) {
  if (!shown.start) return;
  enter(shown.tab);
  wait(shown);
  if (shown.tab !== 'compare' || !shown.network || !shown.input) return;
  const asked = isChosen(shown) && { ...comparedNow(shown), attempt: shown.compareAttempt ?? 0 };
  askRows(asked && { ...asked, size: THUMBNAIL });
  const row = rowsOf(shown)?.find((each) => each.name === shown.layer);
  askLayer(asked && row?.otherName && row.size && { ...asked, layer: row.name, scale: shown.pairScale, size: TILE, count: MOST_CHANNELS });
}

/** The page's bar says that an answer is under way. */
function wait({ compared, comparedLayer, waiting }) {
  const isAwaited = Boolean(compared?.busy || comparedLayer?.busy);
  if (isAwaited !== Boolean(waiting?.compared)) update({ waiting: { ...waiting, compared: isAwaited } });
}

subscribe(follow);
