// What the training tab knows, and what it asks the server: state.train holds it.
import { json, post } from './api.js';
import { turns } from './newest.js';
import { isRefusal } from './selection.js';
import { link, state, subscribe, update } from './state.js';

const RUNNING = ['preparing', 'training', 'validating'];

const browsing = turns();
const watching = turns(); // one training is shown, the newest
let events;

/** The tab's part of the state; made, and filled by the server, when it is first asked for. */
export function session() {
  if (!state.train) {
    const more = /[?&](validation|epochs|batch|rate|augmentation|keep|seed)=/.test(link());
    state.train = { more, loading: true, fault: null, lost: false };
    queueMicrotask(load); // not while the page is being drawn
  }
  return state.train;
}

function change(patch) {
  update({ train: { ...state.train, ...patch } });
}

/** Asks the server again, after it couldn't be reached. */
export async function load() {
  change({ loading: true, fault: null });
  await orFault(async () => {
    const [overview, roots] = await Promise.all([json('api/trainings'), json('api/folders')]);
    change({ roots, folder: roots, place: '' });
    await browse(state.folder);
    change({ overview });
    const latest = overview.trainings.at(-1);
    if (latest) {
      await watch(latest.id);
    }
  });
  change({ loading: false });
}

/** @param otherwise what holds besides the fault where the task fails */
async function orFault(task, otherwise = {}) {
  try {
    await task();
  } catch (fault) {
    change({ fault, ...otherwise });
  }
}

/** Changes what is chosen in the form. */
export function choose(patch) {
  update({ ...patch, train: { ...state.train, refusal: null } });
}

/** The folder shown is the one in the address, wherever that comes from. */
subscribe(({ folder, train }) => {
  if (train?.overview && folder !== (train.browsing ?? train.place)) browse(folder);
});

/** Shows a folder; without a path the only one that is allowed, or all. What can't be shown leaves all as it was. */
async function browse(path) {
  const signal = browsing();
  const { roots } = state.train;
  const place = path || (roots.folders.length === 1 && roots.folders[0].path);
  change({ browsing: path, folderFault: null, refusal: null });
  try {
    const folder = place ? await json('api/folders', { path: place }, { signal }) : roots;
    if (!signal.aborted) change({ folder, place: path, browsing: undefined });
  } catch (fault) {
    if (signal.aborted) return;
    const kept = isRefusal(fault) ? state.train.place : path; // of a server that is lost or busy it is still wanted
    update({ folder: kept, train: { ...state.train, place: kept, folderFault: fault, browsing: undefined } });
  }
}

/** Whether a training is under way. */
export function isRunning(training) {
  return Boolean(training) && RUNNING.includes(training.phase);
}

/** Begins a training with what is chosen. */
export async function start(network) {
  change({ starting: true, refusal: null });
  try {
    const begun = await post('api/trainings', {}, JSON.stringify(settings(network)));
    const signal = watching();
    change({ training: undefined, result: undefined });
    take(begun);
    listen(begun.id, signal);
  } catch (fault) {
    change({ refusal: fault });
  }
  change({ starting: false });
}

function settings(network) {
  const { scratch, keep, augmentation, called, train } = state;
  const chosen = { network, folder: train.folder.path, scratch: scratch !== '', keep, name: called };
  for (const name of ['validation', 'seed', 'epochs', 'batch', 'rate']) {
    if (state[name] !== '') {
      chosen[name] = Number(state[name]);
    }
  }
  if (augmentation !== '') {
    chosen.augmentation = augmentation;
  }
  return chosen;
}

/** Makes the training finish its iteration and keep its state. */
export async function stop() {
  change({ stopping: true, fault: null });
  await orFault(() => post(`api/trainings/${state.train.training.id}/stop`), { stopping: false });
}

/** Goes on where it was stopped; the result stays until the server agrees. */
export async function resume() {
  const { id } = state.train.training;
  change({ fault: null });
  await orFault(async () => {
    const news = await post(`api/trainings/${id}/resume`);
    const signal = watching();
    change({ result: undefined });
    take(news);
    listen(id, signal);
  });
}

async function watch(id) {
  const signal = watching();
  const news = await json(`api/trainings/${id}`);
  if (signal.aborted) return;
  take(news);
  if (isRunning(state.train.training)) {
    listen(id, signal);
  } else {
    await finish(signal);
  }
}

/** The browser connects again by itself; the first event then tells all. */
function listen(id, signal) {
  events?.close();
  events = new EventSource(`api/trainings/${id}/events`);
  events.onmessage = (event) => {
    take(JSON.parse(event.data));
    if (!isRunning(state.train.training)) {
      events.close();
      finish(signal);
    }
  };
  events.onerror = () => change({ lost: true });
  events.addEventListener('gone', (event) => {
    events.close();
    change({ fault: JSON.parse(event.data), lost: false });
  });
}

/** An event brings what is new; points from an index on take the place of those behind it. */
function take(news) {
  const known = state.train.training ?? { points: [], validations: [], messages: [], unsaid: 0 };
  const points = [...known.points.slice(0, news.from), ...news.points];
  const running = isRunning(news);
  change({
    training: { ...known, ...news, points },
    lost: false,
    stopping: running && state.train.stopping,
  });
}

/** The network that came out, in the other tab. */
export function explore(model) {
  update({ tab: 'explore', model });
}

/** One picture through the network as it was, and as it is, at the last layer that learns: that is another one. */
export function compare(before, after) {
  const learning = state.model === before ? state.network?.layers.filter((layer) => layer.learnables > 0) : [];
  const layer = learning?.at(-1)?.name ?? state.layer;
  update({ tab: 'compare', model: before, otherModel: after, otherInput: '', compareOrder: 'most', layer });
}

async function finish(signal) {
  const { training } = state.train;
  if (training.result && ['done', 'stopped'].includes(training.phase)) {
    await orFault(async () => {
      const result = await json(`api/trainings/${training.id}/result`);
      if (!signal.aborted) change({ result });
      update({ start: await json('api/start') }); // it names the new network too
    });
  }
}
