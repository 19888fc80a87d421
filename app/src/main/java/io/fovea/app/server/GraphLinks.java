package io.fovea.app.server;

import io.fovea.network.Layer;
import io.fovea.network.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Which layer takes which, by their positions in the network; immutable.
 *
 * <p>Only what leads forward counts: a layer that isn't there, and a way back in a faulty network,
 * are left out, so that positions are always a topological order.
 */
final class GraphLinks {
  private final List<Layer> layers;
  private final List<List<Integer>> inputs = new ArrayList<>();
  private final List<List<Integer>> consumers = new ArrayList<>();

  private GraphLinks(Network network) {
    this.layers = network.layers();
    Map<String, Integer> positions = new HashMap<>();
    for (Layer layer : layers) {
      positions.put(layer.name(), positions.size());
      consumers.add(new ArrayList<>());
    }
    for (int at = 0; at < layers.size(); at++) {
      var forward = new LinkedHashSet<Integer>();
      for (String input : layers.get(at).inputs()) {
        int from = positions.getOrDefault(input, at);
        if (from < at && forward.add(from)) {
          consumers.get(from).add(at);
        }
      }
      inputs.add(List.copyOf(forward));
    }
  }

  static GraphLinks of(Network network) {
    return new GraphLinks(network);
  }

  int size() {
    return layers.size();
  }

  Layer layer(int position) {
    return layers.get(position);
  }

  /** The positions of what this layer takes, each once. */
  List<Integer> inputs(int position) {
    return inputs.get(position);
  }

  /** The positions of the layers that take this one, rising. */
  List<Integer> consumers(int position) {
    return consumers.get(position);
  }

  /**
   * The immediate dominator of each layer: the last one that every way to it leads through; -1
   * where there is none.
   */
  int[] dominators() {
    var dominators = new int[size()];
    for (int at = 0; at < size(); at++) {
      List<Integer> from = inputs.get(at);
      int common = from.isEmpty() ? -1 : from.get(0);
      for (int other : from) {
        while (common != other) {
          if (common > other) {
            common = dominators[common];
          } else {
            other = dominators[other];
          }
        }
      }
      dominators[at] = common;
    }
    return dominators;
  }

  /**
   * The immediate postdominator of each layer: the first one that every way from it leads through;
   * the number of layers where there is none.
   */
  int[] postdominators() {
    var postdominators = new int[size()];
    for (int at = size() - 1; at >= 0; at--) {
      List<Integer> to = consumers.get(at);
      int common = to.isEmpty() ? size() : to.get(0);
      for (int other : to) {
        while (common != other) {
          if (common < other) {
            common = postdominators[common];
          } else {
            other = postdominators[other];
          }
        }
      }
      postdominators[at] = common;
    }
    return postdominators;
  }
}
