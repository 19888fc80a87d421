// What the page asks the server. All addresses are relative: the page's own begins with the token.

const BUSY = 503;
const DROPPED = 409;

/** The name of this page while it is open: what it asked is dropped when it goes. */
export const client = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');

let turn = 0; // what the page asked first may reach the server last

/** Gives the JSON of an answer; fails with the server's own sentence. */
export async function json(path, query = {}, options = {}) {
  return (await ask(path, query, options)).json();
}

/** Gives {head, body} of a binary answer: a description, and an ArrayBuffer of numbers. */
export async function binary(path, query = {}, options = {}) {
  return unpack(await (await ask(path, query, options)).arrayBuffer());
}

/** Sends a body and gives the JSON of the answer. */
export async function post(path, query = {}, body = undefined, options = {}) {
  return (await ask(path, query, { ...options, method: 'POST', body })).json();
}

/** The address of something that the browser loads by itself, such as a picture or a download. */
export function address(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** Takes the framing off: length of the head, the head (JSON), the body. */
export function unpack(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  return { head, body: buffer.slice(4 + length) };
}

/** Whether a failure only says that something newer was asked meanwhile. */
export function isAbort(error) {
  return error.name === 'AbortError';
}

/** {kind}: a newer request of the same kind takes the place of this one where it still waits. */
async function ask(path, query, { kind, ...options }) {
  let answer;
  try {
    answer = await fetch(address(path, { ...query, client, kind, turn: kind && ++turn }), options);
  } catch (error) {
    if (isAbort(error)) throw error;
    throw Object.assign(new Error('lost'), { lost: true });
  }
  if (!answer.ok) throw await failure(answer);
  return answer;
}

async function failure(answer) {
  const sentence = await answer.json().then((said) => said.message, () => `${answer.status} ${answer.statusText}`);
  const name = answer.status === DROPPED ? 'AbortError' : 'Error';
  return Object.assign(new Error(sentence), { name, status: answer.status, busy: answer.status === BUSY });
}
