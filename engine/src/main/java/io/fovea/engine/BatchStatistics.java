package io.fovea.engine;

/**
 * What batch normalization measured over one batch; the arrays belong to the caller.
 *
 * @param mean a value a channel
 * @param variance a value a channel, the mean of the squared distances (biased)
 * @param count over how many values of each channel, N · H · W
 */
public record BatchStatistics(float[] mean, float[] variance, int count) {}
