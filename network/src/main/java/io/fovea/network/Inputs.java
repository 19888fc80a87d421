package io.fovea.network;

import io.fovea.tensor.FoveaException;
import io.fovea.tensor.Shape;
import java.util.List;

/** Checks that layers make of their inputs, with the layer's name in what they say. */
final class Inputs {
  private Inputs() {}

  /** Checks the number of inputs that the layer can work with. */
  static void checkCount(Layer layer, List<Shape> inputs) {
    checkCount(layer, inputs.size());
    if (inputs.size() != layer.inputs().size()) {
      throw fault(
          layer,
          "it names %d inputs, but %d shapes are given; give one for each"
              .formatted(layer.inputs().size(), inputs.size()));
    }
  }

  /** Checks that the layer can take so many. */
  static void checkCount(Layer layer, int count) {
    if (count < layer.leastInputs() || count > layer.mostInputs()) {
      throw fault(layer, wrongCount(layer, count));
    }
  }

  /** The one layer that a layer which takes one shall take. */
  static String single(Layer layer, List<String> inputs) {
    checkCount(layer, inputs.size());
    return inputs.get(0);
  }

  /** What to say of a layer with so many inputs. */
  static String wrongCount(Layer layer, int count) {
    String mend = count < layer.leastInputs() ? "connect what is missing" : "remove the others";
    return "it takes %s, but is given %s; %s"
        .formatted(countText(layer), count == 0 ? "none" : count, mend);
  }

  /** {@code 1 input}, {@code at least 2 inputs}. */
  private static String countText(Layer layer) {
    int least = layer.leastInputs();
    String text = (least == 0 ? "no" : least) + (least == 1 ? " input" : " inputs");
    return least == layer.mostInputs() ? text : "at least " + text;
  }

  /** The shape of the one input of a layer that takes one. */
  static Shape only(Layer layer, List<Shape> inputs) {
    checkCount(layer, inputs);
    return inputs.get(0);
  }

  /** The layer's output shape, so many channels of what its window makes of the input. */
  static Shape windowed(Layer layer, Shape input, int channels) {
    try {
      Size out = layer.window(input).outputSize(input);
      return Shape.of(input.batch(), channels, out.height(), out.width());
    } catch (FoveaException e) {
      throw fault(layer, "on an input of " + input.itemText() + ", " + e.getMessage());
    }
  }

  /** What to say of a layer that takes one which can't be worked out before it. */
  static String missing(Network network, String input) {
    if (input.isBlank()) {
      return "it takes no layer; name the layer whose activation it takes";
    }
    if (network.layerNames().contains(input)) {
      return "it takes %s, which itself waits for it; break the cycle".formatted(input);
    }
    return "it takes %s, which isn't there; did you mean %s?"
        .formatted(input, Names.mostLike(input, network.layerNames()));
  }

  /** What is thrown where a layer doesn't fit its inputs; the sentence is built only then. */
  static NetworkException fault(Layer layer, String sentence) {
    return new NetworkException(layer.name() + ": " + sentence);
  }
}
