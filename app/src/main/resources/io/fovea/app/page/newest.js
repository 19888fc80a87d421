// Questions of which only the newest counts: it ends the request of the one before.

import { isAbort } from './api.js';
import { state, update } from './state.js';

/**
 * A function that begins something anew: each call gives an AbortSignal, and ends what the call
 * before began.
 */
export function turns() {
  let now = new AbortController();
  return () => {
    now.abort();
    now = new AbortController();
    return now.signal;
  };
}

/**
 * A function that follows what is asked. Its answer stands in the state under a name as {asked,
 * value, fault, busy}: what was answered last stays while something newer is under way. On the
 * server, too, a newer question takes the place of the one before.
 *
 * @param name in the state
 * @param work takes the question and {signal, kind} for the request, gives a promise of the answer
 */
export function follower(name, work) {
  let about = '';
  const turn = turns();

  async function answer(asked, signal) {
    update({ [name]: { ...state[name], busy: true, fault: undefined } });
    try {
      const value = await work(asked, { signal, kind: name });
      if (!signal.aborted) update({ [name]: { asked, value } });
    } catch (fault) {
      if (signal.aborted) return;
      if (isAbort(fault)) {
        about = ''; // the server dropped it, not this page: it is asked again
        update({});
      } else {
        update({ [name]: { asked, fault } });
      }
    }
  }

  return (asked) => {
    const mine = asked ? JSON.stringify(asked) : '';
    if (mine === about) return;
    about = mine;
    const signal = turn();
    if (asked) answer(asked, signal);
    else update({ [name]: undefined });
  };
}
