// What is live: the pictures of a camera or a film go to the server one by one, and the montage of
// the layer that is shown follows. The next is sent when an answer came; none is ever queued.

import { post } from './api.js';
import { cameras, openCamera, openFilm } from './film.js';
import { wholeTiles } from './live-tiles.js';
import { planeFrom } from './loader.js';
import { turns } from './newest.js';
import { channelOf, layerOf, shownLayer, viewOf } from './selection.js';
import { isOpen, listen, send } from './socket.js';
import { state, subscribe, update } from './state.js';
import { sentenceOf, t } from './words.js';

const MOST_UNDER_WAY = 2;
const SCORES_EVERY = 10;
const STATISTICS_EVERY = 30;
const TOLD_EVERY = 1_000;

const canvas = document.createElement('canvas');
const holding = turns();
let film = null;
let opening = 0;
let pumping = 0;
/** What is asked of the pictures, by its number: answers of another number aren't mixed with it. */
let asked = { number: 0, about: '' };
let told = '';
let sent = 0;
let settled = 0;
let counted = {};
let tiles = null;
let beat = { since: 0, count: 0 };

/** Begins with a camera; the browser asks the person first. */
export function startCamera(id) {
  return begin('camera', () => openCamera(id));
}

/** Begins with a film. */
export function startFilm(file) {
  return begin('film', () => openFilm(file));
}

/** Ends it and lets go of the camera. */
export function stopLive() {
  opening++;
  release();
  if (state.live) update({ live: null });
}

/** Holds the picture that is shown, as an input like any other; or goes on. */
export async function freeze() {
  if (!film || !state.live) return;
  const signal = holding();
  try {
    await (state.live.moving ? hold(signal) : goOn(signal));
  } catch (error) {
    if (!signal.aborted) update({ inputFault: sentenceOf(error) });
  }
}

async function hold(signal) {
  film.pause();
  tell({ moving: false, holding: true });
  const name = `${state.live.kind}.png`;
  try {
    const taken = await post('api/inputs', { name }, await film.still(), { signal });
    if (signal.aborted) return;
    const live = { ...state.live, holding: false };
    const channel = channelOf(state) + 1; // of another input another would show most
    update({ live, input: taken.id, taken, channel, at: state.at, box: state.box, inputFault: '' });
  } catch (error) {
    if (!signal.aborted) await goOn(signal); // what is no input can't be held
    throw error;
  }
}

async function goOn(signal) {
  await film.resume();
  if (signal.aborted) return;
  update({ live: { ...state.live, moving: true, holding: false }, at: '', box: '', hover: null, value: null }); // those held it
  pump();
}

async function begin(kind, open) {
  stopLive();
  const mine = opening;
  update({ live: { kind, opening: true } });
  try {
    const opened = await open();
    if (mine !== opening) return opened.close();
    film = opened;
    film.onEnd(() => film === opened && end('live.ended'));
    told = '';
    const list = kind === 'camera' ? await cameras() : [];
    const { name, id, height, width } = film;
    update({ live: { kind, name, id, height, width, cameras: list, moving: true }, box: '', at: '', hover: null, plane: null, value: null, unseen: false });
    beat = { since: performance.now(), count: 0 };
    pump();
  } catch (error) {
    if (mine === opening) end(`live.${error.name}`);
  }
}

/** Ends with a sentence that says why. */
function end(key) {
  const { kind } = state.live;
  stopLive();
  const known = ['live.ended', 'live.NotAllowedError', 'live.NotFoundError', 'live.NotReadableError', 'live.InsecureError', 'live.FilmError'];
  update({ live: { kind, fault: t(known.includes(key) ? key : 'live.other') } });
}

function release() {
  holding();
  film?.close();
  film = null;
}

function tell(patch) {
  if (state.live) update({ live: { ...state.live, ...patch } });
}

/** Sends pictures as they come, while there are fewer than so many without an answer. */
function pump() {
  const mine = ++pumping;
  const step = () => {
    if (pumping !== mine || !film || !state.live?.moving) return;
    if (state.tab === 'explore' && sent - settled < MOST_UNDER_WAY) shoot();
    film.next(step);
  };
  film.next(step);
}

function shoot() {
  const { network } = state;
  if (!network?.input || !isOpen()) return;
  const { height, width } = network.input;
  if (canvas.height !== height || canvas.width !== width) Object.assign(canvas, { height, width });
  const picture = film.draw(canvas, network.card.resize);
  document.querySelector('fovea-picture')?.show(canvas);
  if (!picture || !shownLayer(state) || viewOf(state) === 'weights') return;
  const wanted = settings(height, width);
  if (wanted !== told) {
    told = wanted;
    send(wanted);
  }
  send(picture.data);
  sent++;
}

/** What is wanted: the layer that is shown, and of it the channels on screen, null where that isn't known. */
function settings(height, width) {
  if (about() !== asked.about) {
    if (asked.model !== state.model) tell({ scores: undefined });
    asked = { number: asked.number + 1, about: about(), model: state.model };
    [tiles, counted] = [null, {}];
  }
  const channels = document.querySelector('fovea-montage')?.visible ?? null;
  return JSON.stringify({
    number: asked.number, ...looked(), height, width, channels, channel: channelOf(state),
    scoresEvery: SCORES_EVERY, statisticsEvery: STATISTICS_EVERY,
  });
}

function looked() {
  return { model: state.model, layer: shownLayer(state), scale: state.scale, size: Math.min(512, 64 * state.size) };
}

/** What answers have in common that can be shown together; another film is something else, too. */
function about() {
  return JSON.stringify({ opening, ...looked() });
}

function isAsked({ settings: number }) {
  if (number !== asked.number) return false;
  if (about() === asked.about) return true;
  asked.about = ''; // this answer is lost: even if that is wanted again, it begins anew
  return false;
}

listen((news) => {
  if (news.open !== undefined) {
    [sent, settled, told] = [0, 0, ''];
  } else if (news.message !== undefined) {
    settled = sent;
    told = '';
    if (state.live) tell({ fault: news.message });
  } else {
    take(news);
  }
});

/** Shows an answer, unless something else is asked by now. */
function take({ head, body }) {
  settled = Math.max(settled, head.frame);
  if (!film || !state.live?.moving || !isAsked(head)) return;
  if (head.statistics) counted = { statistics: head.statistics, notFinite: head.notFinite };
  tiles = wholeTiles({ head, body }, tiles, counted);
  beat.count++;
  const patch = { tiles, tilesFor: { model: asked.model, layer: head.layer, live: true } };
  if (layerOf(state)?.name !== head.layer) patch.plane = null; // what went in is shown, and its channel beside it isn't known
  else if (head.plane) patch.plane = plane(head, body);
  const passed = performance.now() - beat.since;
  if (head.scores || state.live.fault || passed > TOLD_EVERY) {
    const rate = passed > TOLD_EVERY ? (1000 * beat.count) / passed : state.live.rate;
    if (passed > TOLD_EVERY) beat = { since: performance.now(), count: 0 };
    const { scores, noScores } = head.scores ? head : state.live;
    patch.live = { ...state.live, rate, scores, noScores, milliseconds: head.milliseconds, fault: undefined };
  }
  update(patch);
}

/** The channel that is shown large. */
function plane({ layer, height, width, plane: { channel, offset } }, body) {
  return planeFrom({ layer, channel, height, width }, new Float32Array(body, offset, height * width));
}

// In another tab nobody would see that the camera is on: what it showed last stays as an input.
subscribe(({ live, tab }) => {
  if (live && !live.leaving && tab !== 'explore') leave(live);
});

async function leave({ moving }) {
  tell({ leaving: true });
  if (moving) await freeze();
  stopLive();
}

// A value or a box is a question about one picture: it is held.
subscribe(({ live, at, box }) => {
  if (film && live?.moving && (at || box)) freeze();
});
