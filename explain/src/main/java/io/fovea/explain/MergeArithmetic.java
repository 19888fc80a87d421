package io.fovea.explain;

import io.fovea.network.Addition;
import io.fovea.network.Axis;
import io.fovea.network.Concatenation;
import io.fovea.network.Flatten;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Layers that bring values to other places, or several of them to one. */
final class MergeArithmetic {
  private MergeArithmetic() {}

  /** An axis of length 1 is repeated to the length of the others'. */
  static Arithmetic addition(Addition layer, List<Tensor> inputs, Place place) {
    var summands = new ArrayList<Summand>();
    double sum = 0;
    for (int i = 0; i < inputs.size(); i++) {
      Shape shape = inputs.get(i).shape();
      var from =
          new Place(
              shape.channels() == 1 ? 0 : place.channel(),
              shape.height() == 1 ? 0 : place.row(),
              shape.width() == 1 ? 0 : place.column());
      double value = PointArithmetic.at(inputs.get(i), from);
      summands.add(new Summand(layer.inputs().get(i), from, value));
      sum += value;
    }
    return new Arithmetic.Added(summands, sum);
  }

  /** Along the batch, of which the first item is looked at, that is the first input's. */
  static Arithmetic concatenation(Concatenation layer, List<Tensor> inputs, Place place) {
    int index = 0;
    Place from = place;
    if (layer.axis() != Axis.BATCH) {
      int length = layer.axis().of(inputs.get(0).shape());
      while (from.along(layer.axis()) >= length) {
        from = back(layer.axis(), from, length);
        index++;
        length = layer.axis().of(inputs.get(index).shape());
      }
    }
    return new Arithmetic.Joined(
        index, layer.inputs().get(index), from, PointArithmetic.at(inputs.get(index), from));
  }

  static Arithmetic flatten(Flatten layer, List<Tensor> inputs, Place place) {
    Shape shape = inputs.get(0).shape();
    int plane = shape.height() * shape.width();
    int within = place.channel() % plane;
    var from = new Place(place.channel() / plane, within / shape.width(), within % shape.width());
    return new Arithmetic.Passed(
        layer.inputs().get(0), from, PointArithmetic.at(inputs.get(0), from));
  }

  private static Place back(Axis axis, Place place, int by) {
    return new Place(
        place.channel() - (axis == Axis.CHANNEL ? by : 0),
        place.row() - (axis == Axis.HEIGHT ? by : 0),
        place.column() - (axis == Axis.WIDTH ? by : 0));
  }
}
