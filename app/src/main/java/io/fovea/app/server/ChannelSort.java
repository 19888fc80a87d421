package io.fovea.app.server;

import io.fovea.explain.ChannelStatistics;
import io.fovea.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The orders in which a montage may show channels; of equals the lower number comes first. */
enum ChannelSort {
  /** By their numbers. */
  NUMBER("by number", any -> 0),
  /** The greatest value first. */
  STRONGEST("strongest first", ChannelStatistics::greatest),
  /** The greatest mean first. */
  MEAN("greatest mean first", ChannelStatistics::mean),
  /** The most zeros first. */
  SPARSITY("most zeros first", ChannelStatistics::zeros);

  private final String description;
  private final ToDoubleFunction<ChannelStatistics> measure;

  ChannelSort(String description, ToDoubleFunction<ChannelStatistics> measure) {
    this.description = description;
    this.measure = measure;
  }

  /**
   * The order of this word.
   *
   * @throws RequestException if there is none
   */
  static ChannelSort parse(String word) {
    for (ChannelSort each : values()) {
      if (each.word().equals(word)) {
        return each;
      }
    }
    throw RequestException.wrong(
        "\"sort\" is %s; it must be number, strongest, mean or sparsity".formatted(word));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The order in words. */
  String description() {
    return description;
  }

  /** The same activation, 1 × C × H × W, its channels in this order. */
  Tensor arrange(Tensor activation, List<ChannelStatistics> statistics) {
    if (this == NUMBER) {
      return activation;
    }
    var arranged = FloatBuffer.allocate(activation.shape().elementCount());
    Comparator<Integer> descending =
        Comparator.comparingDouble(channel -> -measure.applyAsDouble(statistics.get(channel)));
    IntStream.range(0, statistics.size())
        .boxed()
        .sorted(descending)
        .forEach(channel -> arranged.put(activation.channel(0, channel)));
    return Tensor.wrap(activation.shape(), arranged.array());
  }
}
