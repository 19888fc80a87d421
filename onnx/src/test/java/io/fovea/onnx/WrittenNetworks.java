package io.fovea.onnx;

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
import io.fovea.network.Initializer;
import io.fovea.network.Layer;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Network;
import io.fovea.network.Padding;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import io.fovea.network.Size;
import io.fovea.network.Softmax;
import io.fovea.network.Stride;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Small networks that together have every type of layer, in each form that it can be written in.
 */
final class WrittenNetworks {
  private static final ImageInput DATA = ImageInput.of("data", 9, 12, 4);

  private final SplittableRandom random = new SplittableRandom(8);

  private WrittenNetworks() {}

  static Stream<Network> all() {
    var networks = new WrittenNetworks();
    return Stream.of(
        networks.convolutions(),
        networks.samePadding(),
        networks.pooling(),
        networks.dilatedAveragePooling(),
        networks.normalization(),
        networks.sums(),
        networks.concatenations(),
        networks.softmaxes(),
        networks.classifier(),
        networks.rowsAndPlanes(),
        networks.twoInputs());
  }

  private Network convolutions() {
    var dilated =
        convolution("dilated", "data", 6, 4, 3)
            .withDilation(Dilation.of(2, 1))
            .withPadding(Padding.of(1, 2, 3, 0))
            .withStride(Stride.of(1, 2));
    Convolution2d grouped =
        new Convolution2d(
            "grouped",
            "dilated",
            Stride.ONE,
            Padding.NONE,
            Dilation.ONE,
            2,
            weights(4, 3, 2, 1),
            Optional.empty());
    return network(
        "convolutions",
        dilated,
        grouped,
        new Relu("relu", "grouped"),
        new ClippedRelu("six", "relu", .7f));
  }

  private Network samePadding() {
    return network(
        "same",
        convolution("upper", "data", 2, 4, 3).withStride(2).withPadding(Padding.SAME),
        convolution("lower", "upper", 2, 2, 2).withStride(2).withPadding(Padding.SAME_LOWER));
  }

  private Network pooling() {
    return network(
        "pooling",
        MaxPooling2d.of("max", "data", Size.of(3, 2), Stride.of(2))
            .withPadding(Padding.of(1, 0, 0, 1))
            .withCeilMode(),
        MaxPooling2d.of("dilated", "data", Size.of(2), Stride.ONE).withDilation(Dilation.of(2)),
        AveragePooling2d.of("plain", "data", Size.of(2), Stride.of(2)),
        AveragePooling2d.of("padded", "data", Size.of(3), Stride.of(2)).withPadding(Padding.of(1)),
        AveragePooling2d.of("counted", "data", Size.of(3), Stride.of(2))
            .withPadding(Padding.of(1))
            .withPaddingCounted(),
        AveragePooling2d.of("up", "data", Size.of(2), Stride.of(2)).withCeilMode(),
        new GlobalAveragePooling2d("global", "data"));
  }

  private Network dilatedAveragePooling() {
    return network(
        "dilated",
        AveragePooling2d.of("pool", "data", Size.of(2), Stride.ONE).withDilation(Dilation.of(3)));
  }

  private Network normalization() {
    return network(
        "normalization",
        normalization("bn", "data", 4),
        new CrossChannelNormalization("odd", "bn", 3, .5f, .75f, 2),
        new CrossChannelNormalization("wide", "odd", 5, 1e-4f, .5f, 1));
  }

  private Network sums() {
    return network(
        "sums",
        new GlobalAveragePooling2d("mean", "data"),
        Addition.of("two", "data", "data"),
        Addition.of("three", "data", "two", "mean"));
  }

  private Network concatenations() {
    return network(
        "concatenations",
        Concatenation.of("channels", "data", "data"),
        new Concatenation("rows", List.of("data", "data"), Axis.HEIGHT),
        new Concatenation("columns", List.of("data", "data", "data"), Axis.WIDTH));
  }

  private Network softmaxes() {
    return network(
        "softmaxes",
        Softmax.of("channels", "data"),
        new Softmax("rows", "data", Axis.HEIGHT),
        new Softmax("columns", "data", Axis.WIDTH));
  }

  private Network classifier() {
    return network(
        "classifier",
        new Dropout("drop", "data", .3f),
        new Flatten("flat", "drop"),
        FullyConnected.of("full", "flat", weights(3, 4 * 9 * 12), vector("Bias", 3)),
        Softmax.of("prob", "full"),
        new ClassificationOutput("ClassificationLayer_predictions", "prob", List.of()));
  }

  /** What needs rows and columns behind what has none, and the other way round. */
  private Network rowsAndPlanes() {
    return network(
        "rows and planes",
        new GlobalAveragePooling2d("mean", "data"),
        new FullyConnected("full", "mean", weights(4, 4), Optional.empty()),
        normalization("bn", "full", 4),
        convolution("conv", "bn", 5, 4, 1),
        new Relu("relu", "conv"),
        Addition.of("sum", "full", "data"),
        Addition.of("rows", "full", "bn"),
        Concatenation.of("joined", "bn", "relu"),
        Concatenation.of("joinedRows", "rows", "bn"),
        new Softmax("wide", "full", Axis.WIDTH),
        new ClippedRelu("clipped", "bn", .5f),
        new FullyConnected("again", "joined", weights(2, 9), Optional.empty()));
  }

  private Network twoInputs() {
    return Network.of(
        "two inputs",
        List.of(DATA, ImageInput.of("other", 1, 1, 4), Addition.of("sum", "data", "other")));
  }

  private static Network network(String name, Layer... layers) {
    var all = new ArrayList<Layer>();
    all.add(DATA);
    all.addAll(List.of(layers));
    return Network.of(name, all);
  }

  private Convolution2d convolution(
      String name, String input, int filters, int channels, int side) {
    return Convolution2d.of(
        name, input, weights(filters, channels, side, side), vector("Bias", filters));
  }

  private BatchNormalization normalization(String name, String input, int channels) {
    return new BatchNormalization(
        name,
        input,
        1e-3f,
        vector("Scale", channels),
        vector("Offset", channels),
        vector("TrainedMean", channels),
        Initializer.ONES.create("TrainedVariance", random, channels));
  }

  private Parameter weights(int... dimensions) {
    return Initializer.HE.create("Weights", random, dimensions);
  }

  private Parameter vector(String name, int count) {
    return Initializer.NARROW_NORMAL.create(name, random, count);
  }
}
