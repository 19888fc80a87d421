package io.fovea.image;

import io.fovea.tensor.Tensor;
import java.util.Collections;
import java.util.List;

/** From −m to m, m the greatest magnitude of all channels; from −1 to 1 where all values are 0. */
record SymmetricScale() implements Scale {
  @Override
  public List<Limits> limits(Tensor activation) {
    var limits = Limits.of(activation.buffer());
    double magnitude = Math.max(Math.abs(limits.least()), Math.abs(limits.greatest()));
    double end = magnitude == 0 ? 1 : magnitude;
    return Collections.nCopies(activation.shape().channels(), new Limits(-end, end));
  }
}
