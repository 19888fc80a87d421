package io.fovea.explain;

/**
 * A channel and how selectively it responds inside a box.
 *
 * @param layer the layer's name
 * @param channel from 0
 * @param sigma (inside − mean) / deviation
 * @param inside its mean inside the box
 * @param mean its mean everywhere, the box too
 * @param deviation its standard deviation everywhere, more than 0
 */
public record Found(
    String layer, int channel, double sigma, double inside, double mean, double deviation) {}
