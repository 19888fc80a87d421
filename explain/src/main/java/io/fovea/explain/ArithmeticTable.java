package io.fovea.explain;

import io.fovea.network.Addition;
import io.fovea.network.AveragePooling2d;
import io.fovea.network.BatchNormalization;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.ClippedRelu;
import io.fovea.network.Concatenation;
import io.fovea.network.Convolution2d;
import io.fovea.network.CrossChannelNormalization;
import io.fovea.network.Dropout;
import io.fovea.network.Flatten;
import io.fovea.network.FullyConnected;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Relu;
import io.fovea.network.Softmax;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For each type of layer, how a value of it is explained. */
final class ArithmeticTable {
  /** How a value of one type of layer is explained. */
  interface Explainer<L extends Layer> {
    /**
     * The arithmetic of one value.
     *
     * @param inputs what the layer takes, of shapes that fit
     * @param place a place of its activation
     */
    Arithmetic explain(L layer, List<Tensor> inputs, Place place);
  }

  /** A line of the table. */
  private record Entry<L extends Layer>(Class<L> type, Explainer<L> explainer) {
    Arithmetic explain(Layer layer, List<Tensor> inputs, Place place) {
      return explainer.explain(type.cast(layer), inputs, place);
    }
  }

  private static final Map<Class<? extends Layer>, Entry<?>> TABLE =
      Stream.of(
              new Entry<>(ImageInput.class, PointArithmetic::given),
              new Entry<>(Convolution2d.class, WeightedArithmetic::convolution),
              new Entry<>(Relu.class, PointArithmetic::relu),
              new Entry<>(ClippedRelu.class, PointArithmetic::clippedRelu),
              new Entry<>(MaxPooling2d.class, PoolingArithmetic::max),
              new Entry<>(AveragePooling2d.class, PoolingArithmetic::average),
              new Entry<>(GlobalAveragePooling2d.class, PoolingArithmetic::globalAverage),
              new Entry<>(FullyConnected.class, WeightedArithmetic::fullyConnected),
              new Entry<>(BatchNormalization.class, PointArithmetic::batchNormalization),
              new Entry<>(CrossChannelNormalization.class, AcrossArithmetic::crossChannel),
              new Entry<>(Addition.class, MergeArithmetic::addition),
              new Entry<>(Concatenation.class, MergeArithmetic::concatenation),
              new Entry<>(Dropout.class, PointArithmetic::passed),
              new Entry<>(Flatten.class, MergeArithmetic::flatten),
              new Entry<>(Softmax.class, AcrossArithmetic::softmax),
              new Entry<>(ClassificationOutput.class, PointArithmetic::passed))
          .collect(Collectors.toUnmodifiableMap(Entry::type, Function.identity()));

  private ArithmeticTable() {}

  static Arithmetic explain(Layer layer, List<Tensor> inputs, Place place) {
    check(layer, shape(layer, inputs), place);
    return TABLE.get(layer.getClass()).explain(layer, inputs, place);
  }

  /** The types of layers that it can explain. */
  static Set<Class<? extends Layer>> types() {
    return TABLE.keySet();
  }

  private static Shape shape(Layer layer, List<Tensor> inputs) {
    List<Shape> shapes = inputs.stream().map(Tensor::shape).toList();
    if (layer.mostInputs() > 0) {
      return layer.outputShape(shapes);
    }
    if (shapes.size() != 1) {
      throw new ExplainException(
          "%s: %d tensors are given as its picture; give one"
              .formatted(layer.name(), shapes.size()));
    }
    return shapes.get(0);
  }

  private static void check(Layer layer, Shape shape, Place place) {
    if (place.channel() < 0
        || place.channel() >= shape.channels()
        || place.row() < 0
        || place.row() >= shape.height()
        || place.column() < 0
        || place.column() >= shape.width()) {
      throw new ExplainException(
          "%s: channel %d, row %d, column %d isn't there; its activation is %s, counted from 0"
              .formatted(
                  layer.name(), place.channel(), place.row(), place.column(), shape.itemText()));
    }
  }
}
