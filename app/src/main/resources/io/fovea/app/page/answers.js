// Answers that may be shown again, or soon: those used last are still here, and what is on its way
// is asked once.

const MOST_KEPT = 48;

const kept = new Map(); // by what was asked; the one used last is last
const coming = new Map();

/** The answer to a question, if it is here. */
export function answerHere(question) {
  const answer = kept.get(question);
  if (answer) keep(question, answer);
  return answer;
}

/** The answer to a question; the work is begun only where it is neither here nor on its way. */
export async function answerTo(question, work) {
  return answerHere(question) ?? (await (coming.get(question) ?? begun(question, work)));
}

async function begun(question, work) {
  const answer = work();
  coming.set(question, answer);
  try {
    keep(question, await answer);
  } finally {
    coming.delete(question);
  }
  return answer;
}

function keep(question, answer) {
  kept.delete(question);
  kept.set(question, answer);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
}
