// The socket to the server: while it is open the page is there, and live pictures go over it.

import { client, unpack } from './api.js';

const HEARTBEAT = 25_000;
const [SOON, LATE] = [500, 8_000];

const listeners = new Set();
let socket;
let wait = SOON;

/** Opens the socket, and again whenever it was lost. */
export function connect() {
  const address = new URL(`api/live?client=${client}`, location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  socket = new WebSocket(address);
  socket.binaryType = 'arraybuffer';
  let opened = false;
  socket.addEventListener('open', () => {
    opened = true;
    wait = SOON;
    tell({ open: true });
  });
  socket.addEventListener('message', ({ data }) => {
    tell(typeof data === 'string' ? JSON.parse(data) : unpack(data));
  });
  socket.addEventListener('close', () => {
    tell({ open: false, lost: !opened });
    setTimeout(connect, wait);
    wait = Math.min(wait * 2, LATE);
  });
}

/** Whether what is sent now arrives. */
export function isOpen() {
  return socket?.readyState === WebSocket.OPEN;
}

/** Sends a text or bytes. */
export function send(data) {
  if (isOpen()) socket.send(data);
}

/** Calls a function with {open, lost: whether nobody is there}, {message} or {head, body}. */
export function listen(listener) {
  listeners.add(listener);
}

function tell(news) {
  listeners.forEach((listener) => listener(news));
}

setInterval(() => send(''), HEARTBEAT);
