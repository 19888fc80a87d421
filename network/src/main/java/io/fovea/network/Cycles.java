package io.fovea.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the layers that wait for each other: the strongly connected parts of the graph (Kosaraju
 * and Sharir's two searches). It keeps its own stack, so that a network of any depth will do.
 */
final class Cycles {
  private final Map<String, Collection<String>> inputs = new LinkedHashMap<>();
  private final Map<String, Collection<String>> consumers = new LinkedHashMap<>();

  private final Map<String, Integer> places = new HashMap<>();

  private Cycles(Network network) {
    for (Layer layer : network.layers()) {
      places.put(layer.name(), places.size());
      inputs.put(layer.name(), new ArrayList<>());
      consumers.put(layer.name(), new ArrayList<>());
    }
    for (Layer layer : network.layers()) {
      for (String input : layer.inputs()) {
        if (consumers.containsKey(input)) {
          inputs.get(layer.name()).add(input);
          consumers.get(input).add(layer.name());
        }
      }
    }
  }

  /**
   * The names of the layers on each cycle, in the network's order; cycles that share a layer count
   * as one.
   */
  static List<List<String>> of(Network network) {
    return new Cycles(network).find();
  }

  private List<List<String>> find() {
    var finished = new ArrayList<String>();
    var seen = new HashSet<String>();
    for (String name : inputs.keySet()) {
      search(name, consumers, seen, finished);
    }
    var cycles = new ArrayList<List<String>>();
    var assigned = new HashSet<String>();
    for (int i = finished.size() - 1; i >= 0; i--) {
      var part = new ArrayList<String>();
      search(finished.get(i), inputs, assigned, part);
      if (part.size() > 1 || part.stream().anyMatch(name -> inputs.get(name).contains(name))) {
        part.sort(Comparator.comparing(places::get));
        cycles.add(part);
      }
    }
    return cycles;
  }

  /** Searches in depth from a layer and adds what it newly finds, the deepest first. */
  private static void search(
      String start,
      Map<String, Collection<String>> neighbours,
      Set<String> seen,
      List<String> found) {
    if (!seen.add(start)) {
      return;
    }
    Deque<String> path = new ArrayDeque<>(List.of(start));
    Deque<Iterator<String>> open = new ArrayDeque<>(List.of(neighbours.get(start).iterator()));
    while (!path.isEmpty()) {
      if (!open.getLast().hasNext()) {
        found.add(path.removeLast());
        open.removeLast();
        continue;
      }
      String next = open.getLast().next();
      if (seen.add(next)) {
        path.addLast(next);
        open.addLast(neighbours.get(next).iterator());
      }
    }
  }
}
