package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;

/** Checks that layers make of their inputs, with the layer's name in what they say. */
final class Inputs {
  private Inputs() {}

  /** Checks the number of inputs that the layer can work with. */
  static void checkCount(Layer layer, List<Shape> inputs) {
    if (inputs.size() < layer.leastInputs() || inputs.size() > layer.mostInputs()) {
      throw fault(layer, "takes " + countText(layer) + ", but is given " + inputs.size());
    }
  }

  /** {@code 1 input}, {@code at least 2 inputs}. */
  static String countText(Layer layer) {
    int least = layer.leastInputs();
    String text = least + (least == 1 ? " input" : " inputs");
    return least == layer.mostInputs() ? text : "at least " + text;
  }

  /** The shape of the one input of a layer that takes one. */
  static Shape only(Layer layer, List<Shape> inputs) {
    checkCount(layer, inputs);
    return inputs.get(0);
  }

  /** Checks a condition that the layer needs. */
  static void check(boolean holds, Layer layer, String otherwise) {
    if (!holds) {
      throw fault(layer, otherwise);
    }
  }

  /** The window's output size, or a fault with the layer's name. */
  static Size outputSize(Layer layer, Window2d window, Shape input) {
    try {
      return window.outputSize(input);
    } catch (NetworkException e) {
      throw fault(layer, "on an input of " + input.itemText() + ", " + e.getMessage());
    }
  }

  /** What to say of a layer that takes one which can't be worked out before it. */
  static String missing(Network network, String input) {
    if (network.find(input).isPresent()) {
      return "it takes %s, which itself waits for it; break the cycle".formatted(input);
    }
    return "it takes %s, which isn't there; did you mean %s?"
        .formatted(input, Names.mostLike(input, network.layerNames()));
  }

  static NetworkException fault(Layer layer, String sentence) {
    return new NetworkException(layer.name() + ": " + sentence);
  }
}
