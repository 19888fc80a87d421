package io.fovea.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The faults in how a network's layers are joined, whatever their sizes. */
final class Connections {
  private static final int CYCLE_SHOWN = 8;

  private final Network network;
  private final Map<String, Fault> cycles = new LinkedHashMap<>();
  private final Set<String> onCycle = new HashSet<>();
  private final Set<String> taken = new HashSet<>();
  private final boolean classifies;
  private final boolean computesNothing;

  private Connections(Network network) {
    this.network = network;
    this.classifies = network.layers().stream().anyMatch(ClassificationOutput.class::isInstance);
    for (Layer layer : network.layers()) {
      taken.addAll(layer.inputs());
    }
    this.computesNothing = network.outputs().stream().allMatch(ImageInput.class::isInstance);
    for (List<String> cycle : Cycles.of(network)) {
      onCycle.addAll(cycle);
      cycles.put(cycle.get(0), cycle(cycle));
    }
  }

  static Connections of(Network network) {
    return new Connections(network);
  }

  /** The faults of the network as a whole. */
  List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    if (network.imageInputs().isEmpty()) {
      faults.add(
          new Fault(
              Severity.ERROR,
              "",
              "the network has no image input; add one, and let its first layers take it"));
    }
    if (computesNothing && onCycle.isEmpty()) {
      faults.add(
          new Fault(
              Severity.ERROR,
              "",
              "the network has no output; add a layer that takes its last activation"));
    }
    return faults;
  }

  /** The errors of one layer, with any of which its shape can't be worked out. */
  List<Fault> faults(Layer layer) {
    var faults = new ArrayList<Fault>();
    if (cycles.containsKey(layer.name())) {
      faults.add(cycles.get(layer.name()));
    }
    int count = layer.inputs().size();
    if (count < layer.leastInputs() || count > layer.mostInputs()) {
      faults.add(error(layer, Inputs.wrongCount(layer, count)));
    }
    for (String input : layer.inputs()) {
      if (!network.layerNames().contains(input)) {
        faults.add(error(layer, Inputs.missing(network, input)));
      }
    }
    return faults;
  }

  /** A warning where nobody takes a layer that is no place for a network to end. */
  Optional<Fault> loose(Layer layer) {
    boolean end =
        layer instanceof ClassificationOutput
            || !(layer instanceof ImageInput) && !classifies
            || taken.contains(layer.name())
            || computesNothing;
    return end
        ? Optional.empty()
        : Optional.of(
            new Fault(
                Severity.WARNING,
                layer.name(),
                "no layer takes its activation; let one take it, or remove it"));
  }

  private static Fault cycle(List<String> cycle) {
    List<String> shown = cycle.subList(0, Math.min(CYCLE_SHOWN, cycle.size()));
    String more =
        cycle.size() > CYCLE_SHOWN ? " and " + (cycle.size() - CYCLE_SHOWN) + " more" : "";
    return new Fault(
        Severity.ERROR,
        cycle.get(0),
        cycle.size() == 1
            ? "it takes its own activation; let it take another layer's"
            : "it waits for itself through a cycle of "
                + String.join(", ", shown)
                + more
                + "; let one of them take a layer before the cycle");
  }

  private static Fault error(Layer layer, String message) {
    return new Fault(Severity.ERROR, layer.name(), message);
  }
}
