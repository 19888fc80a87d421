package io.fovea.image;

import io.fovea.tensor.Tensor;
import java.util.Collections;
import java.util.List;

/** From the least to the greatest value of all channels. */
record LayerScale() implements Scale {
  @Override
  public List<Limits> limits(Tensor activation) {
    return Collections.nCopies(activation.shape().channels(), Limits.of(activation.buffer()));
  }
}
