// Questions of which only the newest counts: it ends the request of the one before.

import { isAbort } from './api.js';
import { state, update } from './state.js';

/**
 * A function that follows what is asked. Its answer stands in the state under a name as {asked,
 * value, fault, busy}: what was answered last stays while something newer is under way.
 *
 * @param name in the state
 * @param work takes the question and an AbortSignal, gives a promise of the answer
 */
export function follower(name, work) {
  let about = '';
  let request = new AbortController();

  async function answer(asked, mine) {
    const { signal } = request;
    update({ [name]: { ...state[name], busy: true, fault: undefined } });
    try {
      const value = await work(asked, signal);
      if (about === mine) update({ [name]: { asked, value } });
    } catch (fault) {
      if (about === mine && !isAbort(fault)) update({ [name]: { asked, fault } });
    }
  }

  return (asked) => {
    const mine = asked ? JSON.stringify(asked) : '';
    if (mine === about) return;
    about = mine;
    request.abort();
    request = new AbortController();
    if (asked) answer(asked, mine);
    else update({ [name]: undefined });
  };
}
