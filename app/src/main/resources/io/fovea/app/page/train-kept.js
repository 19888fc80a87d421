// Which epoch's network is kept, as far as a training has come.
import { isRunning } from './train-session.js';

/** The validation of the network that is kept; none where no validation has judged that one. */
export function keptOf(training) {
  const { settings, validations, iteration } = training;
  if (settings.keep === 'best') {
    return validations.findLast(([, , , , best]) => best);
  }
  const last = validations.at(-1);
  return !isRunning(training) && last?.[0] === iteration ? last : undefined;
}
