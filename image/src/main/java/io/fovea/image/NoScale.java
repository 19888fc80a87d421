package io.fovea.image;

import io.fovea.tensor.Tensor;
import java.util.Collections;
import java.util.List;

/** From 0 to 1. */
record NoScale() implements Scale {
  @Override
  public List<Limits> limits(Tensor activation) {
    return Collections.nCopies(activation.shape().channels(), Limits.UNIT);
  }
}
