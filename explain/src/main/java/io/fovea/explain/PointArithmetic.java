package io.fovea.explain;

import io.fovea.network.BatchNormalization;
import io.fovea.network.ClippedRelu;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Relu;
import io.fovea.tensor.Tensor;
import java.util.List;

/** Layers whose values each come from the one value at the same place. */
final class PointArithmetic {
  private PointArithmetic() {}

  static Arithmetic given(ImageInput layer, List<Tensor> inputs, Place place) {
    return new Arithmetic.Given(at(inputs.get(0), place));
  }

  static Arithmetic passed(Layer layer, List<Tensor> inputs, Place place) {
    return new Arithmetic.Passed(layer.inputs().get(0), place, at(inputs.get(0), place));
  }

  static Arithmetic relu(Relu layer, List<Tensor> inputs, Place place) {
    double before = at(inputs.get(0), place);
    return new Arithmetic.Rectified(before, Math.max(0, before));
  }

  static Arithmetic clippedRelu(ClippedRelu layer, List<Tensor> inputs, Place place) {
    double before = at(inputs.get(0), place);
    double ceiling = layer.ceiling();
    return new Arithmetic.Clipped(before, ceiling, Math.min(ceiling, Math.max(0, before)));
  }

  static Arithmetic batchNormalization(BatchNormalization layer, List<Tensor> inputs, Place place) {
    double before = at(inputs.get(0), place);
    double mean = layer.mean().values().get(place.channel());
    double variance = layer.variance().values().get(place.channel());
    double scale = layer.scale().values().get(place.channel());
    double offset = layer.offset().values().get(place.channel());
    double deviation = Math.sqrt(variance + layer.epsilon());
    double normalized = (before - mean) / deviation;
    return new Arithmetic.Normalized(
        before,
        mean,
        variance,
        layer.epsilon(),
        deviation,
        normalized,
        scale,
        offset,
        scale * normalized + offset);
  }

  static float at(Tensor tensor, Place place) {
    return tensor.get(0, place.channel(), place.row(), place.column());
  }
}
