package io.fovea.learn;

import io.fovea.tensor.Tensor;

/**
 * What {@link CrossEntropy} says of a batch.
 *
 * @param mean the loss, mean over the batch
 * @param correct how many items have their own class's score as the greatest (the first of equals)
 * @param gradient of the mean loss with respect to the scores, N × C × 1 × 1
 */
public record Loss(double mean, int correct, Tensor gradient) {}
