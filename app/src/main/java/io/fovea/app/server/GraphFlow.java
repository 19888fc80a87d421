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
 * What a closed block shows: its steps in order, each as the layer that it ends with. A convolution
 * with its normalization and its activation is one step.
 */
final class GraphFlow {
  private static final Set<Class<? extends Layer>> CONTINUES =
      Set.of(Relu.class, ClippedRelu.class, BatchNormalization.class);

  private GraphFlow() {}

  static List<List<String>> of(GraphLinks links, Collection<Integer> block) {
    Map<Integer, Integer> steps = new HashMap<>();
    var flow = new TreeMap<Integer, List<String>>();
    for (int at : block) {
      List<Integer> before = links.inputs(at).stream().filter(block::contains).toList();
      int latest = before.stream().mapToInt(steps::get).max().orElse(0);
      boolean goesOn =
          CONTINUES.contains(links.layer(at).getClass())
              && before.size() == 1
              && links.consumers(before.get(0)).size() == 1;
      steps.put(at, goesOn ? latest : latest + 1);
      List<String> shown = flow.computeIfAbsent(steps.get(at), any -> new ArrayList<>());
      if (goesOn) {
        shown.set(shown.indexOf(links.layer(before.get(0)).name()), links.layer(at).name());
      } else {
        shown.add(links.layer(at).name());
      }
    }
    return List.copyOf(flow.values());
  }
}
