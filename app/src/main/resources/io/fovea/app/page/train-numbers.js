// Numbers of a training as a person reads them.
import { t } from './words.js';

/** 0 to 1 as per cent. */
export function percent(part) {
  return `${(100 * part).toFixed(1)} %`;
}

/** Seconds as hours and minutes, minutes and seconds, or seconds. */
export function duration(seconds) {
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  if (hours > 0) {
    return t('train.hours', { hours, minutes });
  }
  return minutes > 0
    ? t('train.minutes', { minutes, seconds: whole % 60 })
    : t('train.seconds', { seconds: whole });
}
