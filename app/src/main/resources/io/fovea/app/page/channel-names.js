// What a channel is called besides its number: a class that it stands for, a colour of the picture.

import { html, nothing } from 'lit-html';

const COLOURS = { RGB: ['R', 'G', 'B'], BGR: ['B', 'G', 'R'] };

/** The name of a layer's channel, from 0; empty where it has none. */
export function nameOf({ network }, layer, channel) {
  if (layer.tellsClasses) return network.classes[channel] ?? '';
  const { input } = network;
  return layer.name === input?.layer && input.channels === 3 ? COLOURS[input.order][channel] : '';
}

/** The name below a channel's number. */
export function named(name) {
  return name ? html`<p class="channel-name">${name}</p>` : nothing;
}
