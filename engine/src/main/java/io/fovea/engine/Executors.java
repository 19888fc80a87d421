package io.fovea.engine;

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
import java.util.Map;

/** The table of layer types and their executors. */
final class Executors {
  private static final Map<Class<? extends Layer>, Executor<?>> TABLE =
      Map.ofEntries(
          Map.entry(ImageInput.class, new InputExecutor()),
          Map.entry(Convolution2d.class, new ConvolutionExecutor()),
          Map.entry(Relu.class, new ReluExecutor()),
          Map.entry(ClippedRelu.class, new ClippedReluExecutor()),
          Map.entry(MaxPooling2d.class, new MaxPoolingExecutor()),
          Map.entry(AveragePooling2d.class, new AveragePoolingExecutor()),
          Map.entry(GlobalAveragePooling2d.class, new GlobalAveragePoolingExecutor()),
          Map.entry(FullyConnected.class, new FullyConnectedExecutor()),
          Map.entry(BatchNormalization.class, new BatchNormalizationExecutor()),
          Map.entry(CrossChannelNormalization.class, new CrossChannelNormalizationExecutor()),
          Map.entry(Addition.class, new AdditionExecutor()),
          Map.entry(Concatenation.class, new ConcatenationExecutor()),
          Map.entry(Dropout.class, new DropoutExecutor()),
          Map.entry(Flatten.class, new FlattenExecutor()),
          Map.entry(Softmax.class, new SoftmaxExecutor()),
          Map.entry(ClassificationOutput.class, new PassingExecutor<ClassificationOutput>()));

  private Executors() {}

  /** The executor of a layer's type. */
  static Executor<?> of(Layer layer) {
    return TABLE.get(layer.getClass());
  }

  /** Whether a layer type has an executor. */
  static boolean has(Class<?> type) {
    return TABLE.containsKey(type);
  }
}
