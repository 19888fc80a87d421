package io.fovea.explain;

import io.fovea.network.Axis;
import io.fovea.network.CrossChannelNormalization;
import io.fovea.network.Softmax;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Layers that weigh the values along an axis against each other. */
final class AcrossArithmetic {
  private AcrossArithmetic() {}

  static Arithmetic crossChannel(
      CrossChannelNormalization layer, List<Tensor> inputs, Place place) {
    Tensor input = inputs.get(0);
    int first = Math.max(0, place.channel() - (layer.windowChannels() - 1) / 2);
    int last = Math.min(input.shape().channels() - 1, place.channel() + layer.windowChannels() / 2);
    var window = new ArrayList<Float>();
    double squares = 0;
    for (int channel = first; channel <= last; channel++) {
      float value = input.get(0, channel, place.row(), place.column());
      window.add(value);
      squares += (double) value * value;
    }
    double before = PointArithmetic.at(input, place);
    double base = layer.k() + layer.alpha() / (double) layer.windowChannels() * squares;
    double divisor = Math.pow(base, layer.beta());
    return new Arithmetic.Balanced(
        before,
        first,
        window,
        squares,
        layer.windowChannels(),
        layer.alpha(),
        layer.beta(),
        layer.k(),
        divisor,
        before / divisor);
  }

  static Arithmetic softmax(Softmax layer, List<Tensor> inputs, Place place) {
    float[] values = along(layer.axis(), inputs.get(0), place);
    int own = place.along(layer.axis());
    double greatest = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      greatest = Math.max(greatest, value);
    }
    var others = new ArrayList<Exponential>();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double exponential = Math.exp(values[i] - greatest);
      sum += exponential;
      if (i != own) {
        others.add(new Exponential(i, values[i], exponential));
      }
    }
    List<Exponential> largest = Largest.of(others, Products.LISTED, Exponential::before);
    double rest =
        others.stream()
            .filter(each -> !largest.contains(each))
            .mapToDouble(Exponential::exponential)
            .sum();
    var itself = new Exponential(own, values[own], Math.exp(values[own] - greatest));
    return new Arithmetic.Share(
        layer.axis(),
        greatest,
        itself,
        largest,
        others.size() - largest.size(),
        rest,
        sum,
        itself.exponential() / sum);
  }

  private static float[] along(Axis axis, Tensor input, Place place) {
    var values = new float[axis.of(input.shape())];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (axis) {
            case BATCH -> input.get(i, place.channel(), place.row(), place.column());
            case CHANNEL -> input.get(0, i, place.row(), place.column());
            case HEIGHT -> input.get(0, place.channel(), i, place.column());
            case WIDTH -> input.get(0, place.channel(), place.row(), i);
          };
    }
    return values;
  }
}
