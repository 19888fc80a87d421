// Answers that may be shown again, or soon: those used last are still here, and what is on its way is
// asked once, however many wait for it.

const MOST_BYTES = 48 << 20;
const LITTLE = 1 << 18; // what an answer takes that doesn't say

const kept = new Map(); // by what was asked; the one used last is last
const coming = new Map();
let bytes = 0;

/** The answer to a question, if it is here. */
export function answerHere(question) {
  const answer = kept.get(question);
  if (answer) keep(question, answer);
  return answer;
}

/**
 * The answer to a question. The work is begun only where it is neither here nor on its way, and ended
 * when nobody waits for it any more.
 *
 * @param work takes the AbortSignal of what it asks
 * @param signal ends this waiting
 */
export async function answerTo(question, work, signal) {
  return answerHere(question) ?? wait(coming.get(question) ?? begin(question, work), signal);
}

function begin(question, work) {
  const request = new AbortController();
  const one = { request, waiting: 0, leave: () => coming.get(question) === one && coming.delete(question) };
  coming.set(question, one);
  one.answer = work(request.signal);
  one.answer.then((answer) => keep(question, answer), () => {}).finally(one.leave);
  return one;
}

function wait(one, signal) {
  one.waiting++;
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => {
      one.waiting--;
      setTimeout(() => one.waiting || end(one)); // who takes its place may want the same
      reject(signal.reason);
    });
    one.answer.then(resolve, reject);
  });
}

function end({ request, leave }) {
  leave();
  request.abort();
}

function keep(question, answer) {
  drop(question);
  kept.set(question, answer);
  bytes += sizeOf(answer);
  while (bytes > MOST_BYTES && kept.size > 1) drop(kept.keys().next().value);
}

function drop(question) {
  const answer = kept.get(question);
  if (answer && kept.delete(question)) bytes -= sizeOf(answer);
}

function sizeOf({ body }) {
  return body?.byteLength ?? LITTLE;
}
