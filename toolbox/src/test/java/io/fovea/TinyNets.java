package io.fovea;

import io.fovea.image.ChannelOrder;
import io.fovea.image.ColourProfile;
import io.fovea.image.Interpolation;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.Convolution2d;
import io.fovea.network.FullyConnected;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.network.Softmax;
import io.fovea.zoo.Card;
import io.fovea.zoo.Model;
import java.util.ArrayList;
import java.util.List;

/** Networks small enough to work out by hand. */
final class TinyNets {
  private TinyNets() {}

  /** 2 × 2 gray pictures, from 0 to 1; its "double" is 2x + 1 of each value. */
  static Net doubling() {
    return net(
        1,
        Convolution2d.of(
            "double",
            "data",
            Parameter.of("Weights", new float[] {2}, 1, 1, 1, 1),
            Parameter.of("Bias", new float[] {1}, 1)));
  }

  /** Three channels of 2 × 2 summed to one. */
  static Net summing() {
    return net(
        3,
        Convolution2d.of(
            "sum",
            "data",
            Parameter.of("Weights", new float[] {1, 1, 1}, 1, 3, 1, 1),
            Parameter.of("Bias", new float[] {0}, 1)));
  }

  /** 2 × 2 values; its classes "sum" and "none" have the scores of their sum and of 0, raw. */
  static Net comparing() {
    return net(1, comparison());
  }

  /** The same with a softmax and a classification output behind. */
  static Net classifying() {
    return net(
        1,
        comparison(),
        Softmax.of("prob", "fc"),
        new ClassificationOutput("output", "prob", List.of("sum", "none")));
  }

  private static Layer comparison() {
    return FullyConnected.of(
        "fc",
        "data",
        Parameter.of("Weights", new float[] {1, 1, 1, 1, 0, 0, 0, 0}, 2, 4),
        Parameter.of("Bias", new float[2], 2));
  }

  private static Net net(int channels, Layer... layers) {
    var all = new ArrayList<Layer>();
    all.add(ImageInput.of("data", 2, 2, channels));
    all.addAll(List.of(layers));
    var network = Network.of("tiny", all);
    var card =
        Card.of(
                "tiny",
                new Preprocessing(
                    channels == 1 ? ChannelOrder.GRAY : ChannelOrder.RGB,
                    Resize.stretch(Interpolation.PIL_BILINEAR),
                    1 / 255f,
                    List.of(),
                    List.of(),
                    ColourProfile.IGNORE))
            .withClasses(List.of("sum", "none"));
    return Net.of(Model.of(network, card), 1);
  }
}
