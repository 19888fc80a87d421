package io.fovea.learn;

/**
 * One iteration of a training.
 *
 * @param epoch from 1
 * @param iteration from 1, over all epochs
 * @param loss mean over the batch, as the options define it
 * @param accuracy the share of the batch that was told right, 0 to 1
 * @param rate the learn rate, before the layers' factors
 * @param items in the batch
 * @param seconds since the training began, without the time that it was interrupted
 */
public record IterationPoint(
    int epoch,
    long iteration,
    double loss,
    double accuracy,
    double rate,
    int items,
    double seconds) {}
