package io.fovea.app.server;

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
import java.util.Locale;
import java.util.Map;

/** What sort of layer it is: the page gives each a colour, and the lesson a section. */
enum LayerKind {
  INPUT,
  CONVOLUTION,
  ACTIVATION,
  POOLING,
  NORMALIZATION,
  DROPOUT,
  DENSE,
  MERGE,
  SOFTMAX,
  OUTPUT,
  OTHER;

  private static final Map<Class<? extends Layer>, LayerKind> KINDS =
      Map.ofEntries(
          Map.entry(ImageInput.class, INPUT),
          Map.entry(Convolution2d.class, CONVOLUTION),
          Map.entry(Relu.class, ACTIVATION),
          Map.entry(ClippedRelu.class, ACTIVATION),
          Map.entry(MaxPooling2d.class, POOLING),
          Map.entry(AveragePooling2d.class, POOLING),
          Map.entry(GlobalAveragePooling2d.class, POOLING),
          Map.entry(BatchNormalization.class, NORMALIZATION),
          Map.entry(CrossChannelNormalization.class, NORMALIZATION),
          Map.entry(Dropout.class, DROPOUT),
          Map.entry(FullyConnected.class, DENSE),
          Map.entry(Addition.class, MERGE),
          Map.entry(Concatenation.class, MERGE),
          Map.entry(Flatten.class, OTHER),
          Map.entry(Softmax.class, SOFTMAX),
          Map.entry(ClassificationOutput.class, OUTPUT));

  /** That of a layer. */
  static LayerKind of(Layer layer) {
    return of(layer.getClass());
  }

  /** That of all layers of a class. */
  static LayerKind of(Class<? extends Layer> type) {
    return KINDS.getOrDefault(type, OTHER);
  }

  /** The word by which the page knows it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
