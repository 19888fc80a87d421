package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One node of a network: a name, hyperparameters, learnable parameters, and the names of the layers
 * whose activations it takes. A layer is immutable data and never runs by itself.
 */
public sealed interface Layer
    permits ImageInput,
        Convolution2d,
        Relu,
        ClippedRelu,
        MaxPooling2d,
        AveragePooling2d,
        GlobalAveragePooling2d,
        FullyConnected,
        BatchNormalization,
        CrossChannelNormalization,
        Addition,
        Concatenation,
        Dropout,
        Flatten,
        Softmax,
        ClassificationOutput {

  /** The name, unique within a network; logic never depends on it. */
  String name();

  /** The names of the layers that it takes, in order. */
  List<String> inputs();

  /**
   * The same layer, taking others.
   *
   * @throws NetworkException if it can't work with so many
   */
  Layer withInputs(List<String> newInputs);

  /** The type in the field's words: {@code Convolution}, {@code Max Pooling}. */
  String type();

  /** One line about it: {@code 64 3×3×3 convolutions with stride [2 2] and padding [0 0 0 0]}. */
  String description();

  /** The fewest inputs it can work with. */
  default int leastInputs() {
    return 1;
  }

  /** The most inputs it can work with. */
  default int mostInputs() {
    return 1;
  }

  /**
   * The shape of its activation.
   *
   * @param inputs the shapes of what it takes, in the order of {@link #inputs()}
   * @throws NetworkException naming the layer, where it can't work on such inputs
   */
  Shape outputShape(List<Shape> inputs);

  /** The shape of its activation for these inputs; see {@link #outputShape(List)}. */
  default Shape outputShape(Shape... inputs) {
    return outputShape(List.of(inputs));
  }

  /**
   * What its architecture fixes, by the names people know (NumFilters, FilterSize, Stride ...); a
   * value is an Integer, a Double, a String, or a List of Integers.
   */
  default Map<String, Object> hyperparameters() {
    return Map.of();
  }

  /** What training changes: Weights, Bias, Scale, Offset. */
  default List<Parameter> learnables() {
    return List.of();
  }

  /** What training gathers without learning it: TrainedMean, TrainedVariance. */
  default List<Parameter> states() {
    return List.of();
  }

  /**
   * The same layer with other learnable parameters and states.
   *
   * @param change gives each of {@link #learnables()} and {@link #states()} its successor, of the
   *     same name and dimensions
   */
  default Layer withParameters(UnaryOperator<Parameter> change) {
    return this;
  }

  /**
   * The patch of its input that one value of its activation looks at.
   *
   * @param input the shape of the input; a layer of several is asked for each of them
   */
  default Window2d window(Shape input) {
    return Window2d.POINT;
  }

  /**
   * Multiply-accumulate operations for these inputs, all items together; 0 where it makes no
   * products of weights.
   *
   * @param inputs shapes on which {@link #outputShape(List)} can work
   */
  default long macs(List<Shape> inputs) {
    return 0;
  }
}
