package io.fovea.learn;

import io.fovea.network.BatchNormalization;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.Convolution2d;
import io.fovea.network.Dropout;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Initializer;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Network;
import io.fovea.network.Padding;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import io.fovea.network.Size;
import io.fovea.network.Softmax;
import io.fovea.network.Stride;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Something small to learn: 8 × 8 arrays of horizontal stripes, vertical stripes or a checkerboard,
 * with noise, and a network of 11 layers for them.
 */
final class Patterns {
  static final List<String> CLASSES = List.of("horizontal", "vertical", "checkerboard");

  private static final int SIDE = 8;
  private static final double NOISE = 0.6;

  private Patterns() {}

  /** So many arrays, the classes in turn. */
  static TrainingData data(int count, long seed) {
    var random = new SplittableRandom(seed);
    var labels = new int[count];
    var values = new float[count * SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      int item = i / (SIDE * SIDE);
      labels[item] = item % CLASSES.size();
      int row = i / SIDE % SIDE;
      int column = i % SIDE;
      values[i] = value(labels[item], row, column) + (float) random.nextDouble(-NOISE, NOISE);
    }
    return TrainingData.of(Tensor.of(Shape.of(count, 1, SIDE, SIDE), values), labels);
  }

  private static float value(int label, int row, int column) {
    return switch (label) {
      case 0 -> row % 2;
      case 1 -> column % 2;
      default -> (row + column) % 2;
    };
  }

  /** A network that has learned nothing. */
  static Network network(long seed) {
    var random = new SplittableRandom(seed);
    return Network.of(
        "patterns",
        List.of(
            ImageInput.of("data", SIDE, SIDE, 1),
            convolution("conv1", "data", random, 8, 1, 3),
            normalization("norm1", "conv1", 8),
            new Relu("relu1", "norm1"),
            MaxPooling2d.of("pool1", "relu1", Size.of(2), Stride.of(2)),
            convolution("conv2", "pool1", random, 12, 8, 3),
            new Relu("relu2", "conv2"),
            new Dropout("drop2", "relu2", 0.2f),
            convolution("conv3", "drop2", random, CLASSES.size(), 12, 1),
            new GlobalAveragePooling2d("pool3", "conv3"),
            Softmax.of("prob", "pool3"),
            new ClassificationOutput("output", "prob", CLASSES)));
  }

  private static Convolution2d convolution(
      String name, String input, SplittableRandom random, int filters, int channels, int kernel) {
    return Convolution2d.of(
            name,
            input,
            Initializer.HE.create("Weights", random, filters, channels, kernel, kernel),
            Initializer.ZEROS.create("Bias", random, filters))
        .withPadding(Padding.of(kernel / 2));
  }

  private static BatchNormalization normalization(String name, String input, int channels) {
    return new BatchNormalization(
        name,
        input,
        1e-5f,
        filled("Scale", channels, 1),
        filled("Offset", channels, 0),
        filled("TrainedMean", channels, 0),
        filled("TrainedVariance", channels, 1));
  }

  private static Parameter filled(String name, int count, float value) {
    var values = new float[count];
    Arrays.fill(values, value);
    return Parameter.of(name, values, count);
  }
}
