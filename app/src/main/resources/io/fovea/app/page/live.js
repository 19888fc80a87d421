// What is live: the pictures of a camera or a film go to the server one by one, and the montage of
// the layer that is shown follows. The next is sent when an answer came; none is ever queued.

import { post } from './api.js';
import { cameras, openCamera, openFilm } from './film.js';
import { planeFrom } from './loader.js';
import { channelOf, layerOf, shownLayer } from './selection.js';
import { isOpen, listen, send } from './socket.js';
import { state, subscribe, update } from './state.js';
import { t } from './words.js';

const MOST_UNDER_WAY = 2;
const SCORES_EVERY = 10;
const TOLD_EVERY = 1_000;

const canvas = document.createElement('canvas');
let film = null;
let opening = 0;
let told = '';
let sent = 0;
let settled = 0;
let statistics = {};
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
  if (!state.live.moving) {
    await film.resume();
    tell({ moving: true });
    pump();
    return;
  }
  film.pause();
  tell({ moving: false });
  try {
    const name = `${state.live.kind}.png`;
    const taken = await post('api/inputs', { name }, await film.still());
    update({ input: taken.id, taken });
  } catch (error) {
    tell({ fault: error.lost ? t('page.lost') : error.message });
  }
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
    update({ live: { kind, name, id, height, width, cameras: list, moving: true }, box: '', at: '', hover: null, value: null });
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
  film?.close();
  film = null;
  tiles = null;
}

function tell(patch) {
  if (state.live) update({ live: { ...state.live, ...patch } });
}

/** Sends pictures as they come, while there are fewer than so many without an answer. */
function pump() {
  const mine = film;
  const step = () => {
    if (film !== mine || !state.live?.moving) return;
    if (state.tab === 'explore' && sent - settled < MOST_UNDER_WAY) shoot();
    mine.next(step);
  };
  mine.next(step);
}

function shoot() {
  const { network } = state;
  if (!network?.input || !isOpen()) return;
  const { height, width } = network.input;
  if (canvas.height !== height || canvas.width !== width) Object.assign(canvas, { height, width });
  const picture = film.draw(canvas, network.card.resize);
  document.querySelector('fovea-picture')?.show(canvas);
  const asked = settings(height, width);
  if (!picture || !asked) return;
  if (asked !== told) {
    told = asked;
    send(asked);
  }
  send(picture.data);
  sent++;
}

/** What is wanted: the layer that is shown, and of it the channels on screen. */
function settings(height, width) {
  const layer = shownLayer(state);
  if (!layer || state.view === 'weights') return null;
  const channels = document.querySelector('fovea-montage')?.visible ?? [];
  const size = Math.min(512, 64 * state.size);
  return JSON.stringify({
    model: state.model, layer, scale: state.scale, size, height, width, channels, channel: channelOf(state), scoresEvery: SCORES_EVERY,
  });
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

/** Shows an answer; the channels that were off the screen stay as they were. */
function take({ head, body }) {
  settled = Math.max(settled, head.frame);
  if (!film || !state.live?.moving) return;
  if (head.statistics) statistics = { layer: head.layer, list: head.statistics };
  tiles = whole(head, body, tiles);
  beat.count++;
  const patch = { tiles, tilesFor: { model: state.model, layer: head.layer, live: true } };
  if (head.plane && layerOf(state)?.name === head.layer) patch.plane = plane(head, body);
  const passed = performance.now() - beat.since;
  if (head.scores || state.live.fault || passed > TOLD_EVERY) {
    const rate = passed > TOLD_EVERY ? (1000 * beat.count) / passed : state.live.rate;
    if (passed > TOLD_EVERY) beat = { since: performance.now(), count: 0 };
    const scores = head.scores ?? state.live.scores;
    patch.live = { ...state.live, rate, scores, milliseconds: head.milliseconds, fault: undefined };
  }
  update(patch);
}

/** The channel that is shown large. */
function plane({ layer, height, width, plane: { channel, offset } }, body) {
  return planeFrom({ layer, channel, height, width }, new Float32Array(body, offset, height * width));
}

/** The tiles of all channels, as api/tiles gives them. */
function whole({ plane: any, ...head }, body, before) {
  const { channels, list, tile, bars } = head;
  if (bars) return { head, body };
  const bytes = tile.height * tile.width;
  const same = before?.head.layer === head.layer && before.body.byteLength === channels * bytes;
  const all = same ? new Uint8Array(before.body) : new Uint8Array(channels * bytes);
  const from = new Uint8Array(body);
  list.forEach((channel, place) => all.set(from.subarray(place * bytes, (place + 1) * bytes), channel * bytes));
  const limits = head.limits.length === 1 ? head.limits : spread(head.limits, list, channels);
  return { head: { ...head, limits, statistics: statistics.list }, body: all.buffer };
}

function spread(limits, list, channels) {
  const all = Array.from({ length: channels }, () => limits[0]);
  list.forEach((channel, place) => (all[channel] = limits[place]));
  return all;
}

// A value or a box is a question about one picture: it is held.
subscribe(({ live, at, box }) => {
  if (film && live?.moving && (at || box)) freeze();
});
