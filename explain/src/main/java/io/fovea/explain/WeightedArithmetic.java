package io.fovea.explain;

import io.fovea.network.Convolution2d;
import io.fovea.network.FullyConnected;
import io.fovea.network.Parameter;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Layers that add up products of weights. */
final class WeightedArithmetic {
  private WeightedArithmetic() {}

  static Arithmetic convolution(Convolution2d layer, List<Tensor> inputs, Place place) {
    Tensor input = inputs.get(0);
    var seen = new SeenWindow(layer.window(input.shape()), place, input.shape());
    int channels = layer.channels() / layer.groups();
    int group = place.channel() / (layer.filters() / layer.groups());
    var all = new ProductSum();
    var patches = new ArrayList<FilterPatch>();
    for (int i = 0; i < channels; i++) {
      int channel = group * channels + i;
      float[] weights = slice(layer, place.channel(), i);
      double before = all.sum();
      seen.forEach(
          (index, row, column) ->
              all.add(channel, row, column, input.get(0, channel, row, column), weights[index]));
      patches.add(
          new FilterPatch(
              channel,
              seen.patch(),
              seen.values(input, channel),
              seen.plane(weights),
              all.sum() - before));
    }
    List<FilterPatch> shown = shown(patches);
    double rest = all.sum() - shown.stream().mapToDouble(FilterPatch::sum).sum();
    OptionalDouble bias = bias(layer.bias(), place.channel());
    return new Arithmetic.Convolved(
        shown, channels - shown.size(), rest, all.products(), bias, all.sum() + bias.orElse(0));
  }

  /** All of few; of many those that count most, unless each is a single product. */
  private static List<FilterPatch> shown(List<FilterPatch> all) {
    if (all.size() <= FilterPatch.MOST) {
      return all;
    }
    return all.get(0).values().shape().elementCount() == 1
        ? List.of()
        : all.stream()
            .sorted(Comparator.comparingDouble(patch -> -Math.abs(patch.sum())))
            .limit(FilterPatch.MOST)
            .toList();
  }

  static Arithmetic fullyConnected(FullyConnected layer, List<Tensor> inputs, Place place) {
    Shape shape = inputs.get(0).shape();
    FloatBuffer values = inputs.get(0).buffer();
    FloatBuffer weights = layer.weights().values();
    int plane = shape.height() * shape.width();
    int first = place.channel() * layer.inputCount();
    var all = new ProductSum();
    for (int i = 0; i < layer.inputCount(); i++) {
      int within = i % plane;
      all.add(
          i / plane,
          within / shape.width(),
          within % shape.width(),
          values.get(i),
          weights.get(first + i));
    }
    OptionalDouble bias = bias(layer.bias(), place.channel());
    return new Arithmetic.Connected(all.products(), bias, all.sum() + bias.orElse(0));
  }

  /** A filter's weights for one of its channels, row by row. */
  private static float[] slice(Convolution2d layer, int filter, int channel) {
    var weights = new float[layer.kernel().height() * layer.kernel().width()];
    int first = (filter * layer.weights().dimension(1) + channel) * weights.length;
    layer.weights().values().position(first).get(weights);
    return weights;
  }

  private static OptionalDouble bias(Optional<Parameter> bias, int output) {
    return bias.map(all -> OptionalDouble.of(all.values().get(output)))
        .orElseGet(OptionalDouble::empty);
  }
}
