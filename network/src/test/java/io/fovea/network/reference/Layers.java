package io.fovea.network.reference;

import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the tests of single layers share. */
final class Layers {
  private Layers() {}

  /** The activation of a layer that takes these tensors, the first as "a", the next as "b" ... */
  static double[] run(Layer layer, Tensor... tensors) {
    var layers = new ArrayList<Layer>();
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    for (int i = 0; i < tensors.length; i++) {
      String name = String.valueOf((char) ('a' + i));
      var shape = tensors[i].shape();
      layers.add(ImageInput.of(name, shape.height(), shape.width(), shape.channels()));
      inputs.put(name, tensors[i]);
    }
    layers.add(layer);
    return Reference.activations(Network.of("one", layers), inputs).get(layer.name());
  }

  static Parameter values(String name, float... values) {
    return Parameter.of(name, values, values.length);
  }

  /** The numbers 1, 2, 3 ... */
  static float[] count(int length) {
    var values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = i + 1;
    }
    return values;
  }
}
