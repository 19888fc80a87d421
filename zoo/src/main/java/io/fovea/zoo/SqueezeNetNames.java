package io.fovea.zoo;

import io.fovea.network.Convolution2d;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that people know of SqueezeNet 1.1 (Iandola et al., 2016), for a network of its
 * structure, whatever its layers are called and however many classes it knows.
 *
 * <p>A layer is told by what it does and by what it takes, never by its name. Dropout, a softmax
 * and the classification output may be missing, and pooling may round up or down.
 */
final class SqueezeNetNames {
  private static final List<String> TELLING =
      List.of("FilterSize", "PoolSize", "NumChannels", "NumFilters", "Stride", "Groups");

  private final Map<List<String>, String> names = new HashMap<>();
  private String last = "";

  private SqueezeNetNames(int classes) {
    add("data", "Image Input");
    convolution("conv1", 3, 3, 64, 2);
    relu("relu_conv1");
    pool("pool1");
    fire("fire2", 64, 16, 64);
    fire("fire3", 128, 16, 64);
    pool("pool3");
    fire("fire4", 128, 32, 128);
    fire("fire5", 256, 32, 128);
    pool("pool5");
    fire("fire6", 256, 48, 192);
    fire("fire7", 384, 48, 192);
    fire("fire8", 384, 64, 256);
    fire("fire9", 512, 64, 256);
    convolution("conv10", 1, 512, classes, 1);
    relu("relu_conv10");
    add("pool10", "Global Average Pooling", last);
    add("prob", "Softmax", last);
    add("ClassificationLayer_predictions", "Classification Output", last);
  }

  /** From the known names to the network's own; empty where it isn't a SqueezeNet 1.1. */
  static Map<String, String> aliases(Network network) {
    int classes = 0;
    for (Layer layer : network.layers()) {
      classes = layer instanceof Convolution2d convolution ? convolution.filters() : classes;
    }
    return new SqueezeNetNames(classes).match(network);
  }

  private Map<String, String> match(Network network) {
    var known = new HashMap<String, String>();
    var aliases = new LinkedHashMap<String, String>();
    for (Layer layer : network.layers()) {
      var inputs = layer.inputs().stream().map(in -> known.getOrDefault(in, "?")).toList();
      if (layer.type().equals("Dropout") && inputs.get(0).equals("fire9-concat")) {
        known.put(layer.name(), inputs.get(0));
        aliases.put("drop9", layer.name());
        continue;
      }
      String name = names.get(signature(layer, inputs));
      if (name != null && aliases.putIfAbsent(name, layer.name()) == null) {
        known.put(layer.name(), name);
      }
    }
    return aliases.containsKey("pool10") ? aliases : Map.of();
  }

  private static List<String> signature(Layer layer, List<String> inputs) {
    var hyperparameters = layer.hyperparameters();
    var signature = new ArrayList<String>();
    signature.add(layer.type());
    for (String name : TELLING) {
      Object value = hyperparameters.get(name);
      if (value != null) {
        signature.add(name + " " + value);
      }
    }
    signature.addAll(inputs);
    return signature;
  }

  private void add(String name, String... signature) {
    names.put(List.of(signature), name);
    last = name;
  }

  private void fire(String name, int channels, int squeezed, int expanded) {
    convolution(name + "-squeeze1x1", 1, channels, squeezed, 1);
    relu(name + "-relu_squeeze1x1");
    String squeeze = last;
    convolution(name + "-expand1x1", 1, squeezed, expanded, 1);
    relu(name + "-relu_expand1x1");
    String one = last;
    last = squeeze;
    convolution(name + "-expand3x3", 3, squeezed, expanded, 1);
    relu(name + "-relu_expand3x3");
    String other = last;
    add(name + "-concat", "Depth concatenation", one, other);
  }

  private void convolution(String name, int kernel, int channels, int filters, int stride) {
    add(
        name,
        "Convolution",
        "FilterSize " + List.of(kernel, kernel),
        "NumChannels " + channels,
        "NumFilters " + filters,
        "Stride " + List.of(stride, stride),
        "Groups 1",
        last);
  }

  private void relu(String name) {
    add(name, "ReLU", last);
  }

  private void pool(String name) {
    add(name, "Max Pooling", "PoolSize [3, 3]", "Stride [2, 2]", last);
  }
}
