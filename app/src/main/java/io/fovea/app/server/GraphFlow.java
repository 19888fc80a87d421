package io.fovea.app.server;

import io.fovea.network.BatchNormalization;
import io.fovea.network.ClippedRelu;
import io.fovea.network.Layer;
import io.fovea.network.Relu;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a closed block shows: its steps in order. A convolution with its normalization and its
 * activation is one step, and shown by what it ends with.
 */
final class GraphFlow {
  private static final Set<Class<? extends Layer>> CONTINUES =
      Set.of(Relu.class, ClippedRelu.class, BatchNormalization.class);

  private GraphFlow() {}

  /** A list a step, of its branches side by side, of the layers of each in order. */
  static List<List<List<String>>> of(GraphLinks links, Collection<Integer> block) {
    Map<Integer, Integer> steps = new HashMap<>();
    Map<Integer, List<String>> branches = new HashMap<>();
    var flow = new TreeMap<Integer, List<List<String>>>();
    for (int at : block) {
      List<Integer> before = links.inputs(at).stream().filter(block::contains).toList();
      int latest = before.stream().mapToInt(steps::get).max().orElse(0);
      boolean goesOn =
          CONTINUES.contains(links.layer(at).getClass())
              && before.size() == 1
              && links.consumers(before.get(0)).size() == 1;
      steps.put(at, goesOn ? latest : latest + 1);
      branches.put(at, goesOn ? branches.get(before.get(0)) : new ArrayList<>());
      branches.get(at).add(links.layer(at).name());
      if (!goesOn) {
        flow.computeIfAbsent(latest + 1, any -> new ArrayList<>()).add(branches.get(at));
      }
    }
    return List.copyOf(flow.values());
  }
}
