package io.fovea.image;

import io.fovea.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** From the least to the greatest value of each channel. */
record ChannelScale() implements Scale {
  @Override
  public List<Limits> limits(Tensor activation) {
    return IntStream.range(0, activation.shape().channels())
        .mapToObj(channel -> Limits.of(activation.channel(0, channel)))
        .toList();
  }
}
