package io.fovea.image;

import io.fovea.tensor.Tensor;
import java.util.Collections;
import java.util.List;

/** From a value to another. */
record RangeScale(double min, double max) implements Scale {
  RangeScale {
    if (!Double.isFinite(min) || !Double.isFinite(max) || min >= max) {
      throw new ImageException(
          "the range %s:%s must go from a lesser number to a greater one".formatted(min, max));
    }
  }

  @Override
  public List<Limits> limits(Tensor activation) {
    return Collections.nCopies(activation.shape().channels(), new Limits(min, max));
  }
}
