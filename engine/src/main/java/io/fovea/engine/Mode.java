package io.fovea.engine;

/** How layers that learn by chance or by the batch behave while gradients are computed. */
public enum Mode {
  /** Dropout drops; batch normalization that learns uses the batch's own mean and variance. */
  TRAINING,
  /** As in inference: dropout passes on, batch normalization uses the gathered statistics. */
  INFERENCE
}
