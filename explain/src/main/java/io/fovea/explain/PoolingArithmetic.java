package io.fovea.explain;

import io.fovea.network.AveragePooling2d;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.MaxPooling2d;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/** Layers that make one value of a window of a channel. */
final class PoolingArithmetic {
  private PoolingArithmetic() {}

  static Arithmetic max(MaxPooling2d layer, List<Tensor> inputs, Place place) {
    Tensor input = inputs.get(0);
    var seen = new SeenWindow(layer.window(input.shape()), place, input.shape());
    var greatest = new Largest<Place>(1);
    seen.forEach(
        (index, row, column) ->
            greatest.offer(
                new Place(place.channel(), row, column),
                input.get(0, place.channel(), row, column)));
    Optional<Place> winner = greatest.descending().stream().findFirst();
    double value =
        winner.map(at -> (double) PointArithmetic.at(input, at)).orElse(Double.NEGATIVE_INFINITY);
    return new Arithmetic.Greatest(
        seen.values(input, place.channel()), seen.patch(), winner, value);
  }

  static Arithmetic average(AveragePooling2d layer, List<Tensor> inputs, Place place) {
    Tensor input = inputs.get(0);
    var seen = new SeenWindow(layer.window(input.shape()), place, input.shape());
    var sum = new ProductSum();
    seen.forEach(
        (index, row, column) ->
            sum.add(place.channel(), row, column, input.get(0, place.channel(), row, column), 1));
    Patch counted = layer.countPadding() ? seen.paddedInput() : seen.input();
    int count = seen.countWithin(counted);
    return new Arithmetic.Averaged(
        seen.values(input, place.channel()),
        seen.patch(),
        counted,
        sum.sum(),
        count,
        sum.sum() / Math.max(1, count));
  }

  static Arithmetic globalAverage(GlobalAveragePooling2d layer, List<Tensor> inputs, Place place) {
    Tensor input = inputs.get(0);
    Shape shape = input.shape();
    var plane = new float[shape.height() * shape.width()];
    input.channel(0, place.channel()).get(plane);
    double sum = 0;
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (float value : plane) {
      sum += value;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    return new Arithmetic.ChannelMean(
        Tensor.wrap(Shape.of(1, 1, shape.height(), shape.width()), plane),
        sum,
        plane.length,
        least,
        greatest,
        sum / plane.length);
  }
}
