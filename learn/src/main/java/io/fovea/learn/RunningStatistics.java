package io.fovea.learn;

import io.fovea.engine.BatchStatistics;
import io.fovea.network.BatchNormalization;

/**
 * The mean and variance that a batch normalization layer gathers while it learns: r ← 0.9 r + 0.1
 * b, where b is the batch's mean or its unbiased variance. Not for two threads at once.
 */
final class RunningStatistics {
  private static final double MOMENTUM = 0.1;

  private final BatchNormalization layer;
  private final float[] mean;
  private final float[] variance;

  RunningStatistics(BatchNormalization layer) {
    this.layer = layer;
    this.mean = layer.mean().toArray();
    this.variance = layer.variance().toArray();
  }

  BatchNormalization layer() {
    return layer;
  }

  /** A value a channel; whoever restores a checkpoint writes to it. */
  float[] mean() {
    return mean;
  }

  /** A value a channel; whoever restores a checkpoint writes to it. */
  float[] variance() {
    return variance;
  }

  /** Takes in what one batch had. */
  void add(BatchStatistics batch) {
    double unbiased = batch.count() > 1 ? batch.count() / (batch.count() - 1.0) : 1;
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (mean[i] + MOMENTUM * (batch.mean()[i] - mean[i]));
      variance[i] =
          (float) (variance[i] + MOMENTUM * (unbiased * batch.variance()[i] - variance[i]));
    }
  }
}
