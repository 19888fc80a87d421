package io.fovea.explain;

import io.fovea.network.Addition;
import io.fovea.network.AveragePooling2d;
import io.fovea.network.Axis;
import io.fovea.network.BatchNormalization;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.ClippedRelu;
import io.fovea.network.Concatenation;
import io.fovea.network.Convolution2d;
import io.fovea.network.CrossChannelNormalization;
import io.fovea.network.Dilation;
import io.fovea.network.Dropout;
import io.fovea.network.Flatten;
import io.fovea.network.FullyConnected;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Padding;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import io.fovea.network.Size;
import io.fovea.network.Softmax;
import io.fovea.network.Stride;
import io.fovea.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Layers of every type, and the sentences about them in {@code sentences-TAG.txt}. */
final class EveryLayer {
  private EveryLayer() {}

  /** Layers and what they take, one for each line of the files. */
  static Map<Layer, List<Shape>> examples() {
    var all = new LinkedHashMap<Layer, List<Shape>>();
    all.put(ImageInput.of("data", 28, 28, 1), List.of());
    convolutions(all);
    windows(all);
    all.put(new Relu("relu", "a"), one(64, 9));
    all.put(new ClippedRelu("relu6", "a", 6), one(64, 9));
    Parameter channels = Params.zeros("Scale", 64);
    all.put(
        new BatchNormalization("bn", "a", 1, channels, channels, channels, channels), one(64, 9));
    all.put(new CrossChannelNormalization("lrn", "a", 5, 1, 1, 1), one(64, 9));
    all.put(full(9216, true), one(256, 6));
    all.put(full(512, false), one(512, 1));
    all.put(Addition.of("sum", "a", "b"), two());
    all.put(Concatenation.of("cat", "a", "b"), two());
    for (Axis axis : List.of(Axis.BATCH, Axis.HEIGHT, Axis.WIDTH)) {
      all.put(new Concatenation("cat", List.of("a", "b"), axis), two());
    }
    all.put(new Dropout("drop", "a", 0.5f), one(64, 9));
    all.put(new Flatten("flat", "a"), one(256, 6));
    all.put(Softmax.of("softmax", "a"), one(1000, 1));
    for (Axis axis : Axis.values()) {
      all.put(new Softmax("softmax" + axis, "a", axis), one(64, 9));
    }
    all.put(new ClassificationOutput("out", "a", List.of("cat", "dog")), one(2, 1));
    all.put(new ClassificationOutput("out", "a", List.of()), one(1, 1));
    return all;
  }

  private static void convolutions(Map<Layer, List<Shape>> all) {
    all.put(convolution(16, 64, 1), one(64, 9));
    all.put(convolution(64, 16, 3).withPadding(Padding.of(1)), one(16, 9));
    all.put(convolution(8, 1, 5), one(1, 28));
    all.put(convolution(21, 512, 3).withDilation(Dilation.of(2)), one(512, 9));
    all.put(convolution(256, 48, 5).withGroups(2), one(96, 9));
    all.put(convolution(32, 1, 3).withGroups(32).withStride(2), one(32, 9));
    all.put(convolution(64, 1, 3).withGroups(32).withStride(11), one(32, 24));
    all.put(bare(convolution(16, 1, 1).withGroups(16)), one(16, 9));
    all.put(bare(convolution(16, 64, 1)).withStride(2), one(64, 9));
  }

  private static void windows(Map<Layer, List<Shape>> all) {
    var max = MaxPooling2d.of("max", "a", Size.of(3), Stride.of(2));
    all.put(max, one(64, 113));
    all.put(max.withCeilMode(), one(64, 56));
    all.put(max.withPadding(Padding.of(1)).withDilation(Dilation.of(2, 1)), one(64, 14));
    var average = AveragePooling2d.of("average", "a", Size.of(2), Stride.ONE);
    all.put(average, one(64, 9));
    all.put(average.withPadding(Padding.of(1)), one(64, 9));
    all.put(average.withPadding(Padding.of(1)).withPaddingCounted(), one(64, 9));
    all.put(new GlobalAveragePooling2d("mean", "a"), one(1000, 13));
  }

  /** What is written about them, in the same order. */
  static List<String> sentences(Language language) {
    String name = "sentences-" + language.tag() + ".txt";
    try (var file = EveryLayer.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Convolution2d convolution(int filters, int channels, int side) {
    return Convolution2d.of(
        "conv" + filters + "x" + channels + "x" + side,
        "a",
        Params.zeros("Weights", filters, channels, side, side),
        Params.zeros("Bias", filters));
  }

  private static Convolution2d bare(Convolution2d layer) {
    return new Convolution2d(
        layer.name(),
        layer.input(),
        layer.stride(),
        layer.padding(),
        layer.dilation(),
        layer.groups(),
        layer.weights(),
        Optional.empty());
  }

  private static FullyConnected full(int inputs, boolean bias) {
    return new FullyConnected(
        "full",
        "a",
        Params.zeros("Weights", 10, inputs),
        bias ? Optional.of(Params.zeros("Bias", 10)) : Optional.empty());
  }

  private static List<Shape> one(int channels, int side) {
    return List.of(Shape.of(1, channels, side, side));
  }

  private static List<Shape> two() {
    return List.of(Shape.of(1, 64, 9, 9), Shape.of(1, 64, 9, 9));
  }
}
