package io.fovea.learn;

import io.fovea.network.BatchNormalization;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a training changes, in the network's order. Not for two threads at once. */
final class Learned {
  private final List<Learnable> learnables;
  private final Map<String, RunningStatistics> statistics;

  private Learned(List<Learnable> learnables, Map<String, RunningStatistics> statistics) {
    this.learnables = learnables;
    this.statistics = statistics;
  }

  /** What these layers of the network hold before the first step. */
  static Learned of(Network network, List<String> learning, Optimization optimization) {
    var learnables = new ArrayList<Learnable>();
    var statistics = new LinkedHashMap<String, RunningStatistics>();
    for (String name : learning) {
      Layer layer = network.layer(name);
      for (Parameter parameter : layer.learnables()) {
        learnables.add(
            new Learnable(
                name, parameter, optimization.factors(name), optimization.solver().memories()));
      }
      if (layer instanceof BatchNormalization normalization) {
        statistics.put(name, new RunningStatistics(normalization));
      }
    }
    return new Learned(learnables, statistics);
  }

  List<Learnable> learnables() {
    return learnables;
  }

  /** By layer. */
  Map<String, RunningStatistics> statistics() {
    return statistics;
  }

  /** A copy of everything as it is now. */
  Snapshot snapshot() {
    var layers = new HashMap<String, Map<String, float[]>>();
    for (Learnable each : learnables) {
      layers
          .computeIfAbsent(each.layer(), name -> new HashMap<>())
          .put(each.parameter(), each.values().clone());
    }
    for (RunningStatistics each : statistics.values()) {
      Map<String, float[]> values = layers.get(each.layer().name());
      values.put(each.layer().mean().name(), each.mean().clone());
      values.put(each.layer().variance().name(), each.variance().clone());
    }
    return new Snapshot(layers);
  }
}
