package io.fovea.learn;

/**
 * One validation of a training.
 *
 * @param epoch from 1
 * @param iteration the last one before it, from 1, over all epochs
 * @param loss plain cross entropy, mean over the validation items
 * @param accuracy the share of validation items that was told right, 0 to 1
 * @param best whether none before was as good
 */
public record ValidationPoint(
    int epoch, long iteration, double loss, double accuracy, boolean best) {}
