package io.fovea.learn;

/**
 * How a network did on some items.
 *
 * @param loss plain cross entropy, mean over the items
 * @param accuracy the share that was told right, 0 to 1
 */
record Score(double loss, double accuracy) {}
