package io.fovea.app.server;

import io.fovea.network.BatchNormalization;
import io.fovea.network.ClippedRelu;
import io.fovea.network.Convolution2d;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Relu;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the blocks that repeat in a network: fire modules, residual blocks, inception modules.
 *
 * <p>A block is what lies between a layer where the way branches and the one where all branches
 * have met again, if no other way leads in or out, and if the same layers are linked in the same
 * way at least twice in the network. The activation behind the meeting point belongs to it (a
 * residual block's), and so does a convolution with its activation before the branching (a fire
 * module's squeeze), where all blocks of the kind have it. Names play no part in it: they only make
 * the labels.
 */
final class Blocks {
  private static final int LEAST_REPEATS = 2;
  private static final Set<Class<? extends Layer>> FOLLOWERS =
      Set.of(Relu.class, ClippedRelu.class, BatchNormalization.class);
  private static final Set<Class<? extends Layer>> LEADERS = Set.of(Convolution2d.class);

  private final GraphLinks links;
  private final int[] dominators;
  private final int[] postdominators;
  private final Set<Integer> claimed = new HashSet<>();

  private Blocks(GraphLinks links) {
    this.links = links;
    this.dominators = links.dominators();
    this.postdominators = links.postdominators();
  }

  /** The blocks, in the network's order; no layer is in two of them. */
  static List<GraphBlock> of(Network network) {
    GraphLinks links = GraphLinks.of(network);
    var found = new ArrayList<>(new Blocks(links).find());
    found.sort(Comparator.comparing(TreeSet::first));
    return GraphBlock.of(links, found);
  }

  private List<TreeSet<Integer>> find() {
    var kinds = new LinkedHashMap<List<Object>, List<TreeSet<Integer>>>();
    for (int fork = 0; fork < links.size(); fork++) {
      region(fork)
          .ifPresent(
              region -> kinds.computeIfAbsent(kind(region), any -> new ArrayList<>()).add(region));
    }
    var found = new ArrayList<TreeSet<Integer>>();
    kinds.values().stream()
        .filter(alike -> alike.size() >= LEAST_REPEATS)
        .sorted(Comparator.comparing(alike -> -alike.get(0).size()))
        .forEach(alike -> found.addAll(claim(alike)));
    return found;
  }

  /** The layers behind a fork up to the one where its branches have met again. */
  private Optional<TreeSet<Integer>> region(int fork) {
    int end = postdominators[fork];
    if (links.consumers(fork).size() < 2 || end == links.size() || dominators[end] != fork) {
      return Optional.empty();
    }
    var region = new TreeSet<Integer>(Set.of(end));
    var waiting = new ArrayDeque<>(links.consumers(fork));
    while (!waiting.isEmpty()) {
      int at = waiting.remove();
      if (region.add(at)) {
        waiting.addAll(links.consumers(at));
      }
    }
    return Optional.of(region);
  }

  /** What must be equal in blocks of one kind: types, and what takes what. */
  private List<Object> kind(TreeSet<Integer> region) {
    List<Integer> members = List.copyOf(region);
    var places = new LinkedHashMap<Integer, Integer>();
    members.forEach(member -> places.put(member, places.size()));
    var kind = new ArrayList<Object>();
    for (int member : members) {
      kind.add(links.layer(member).type());
      kind.add(links.inputs(member).stream().map(each -> places.getOrDefault(each, -1)).toList());
    }
    return kind;
  }

  private List<TreeSet<Integer>> claim(List<TreeSet<Integer>> alike) {
    List<TreeSet<Integer>> free =
        alike.stream().filter(region -> region.stream().noneMatch(claimed::contains)).toList();
    if (free.size() < LEAST_REPEATS) {
      return List.of();
    }
    free.forEach(claimed::addAll);
    extend(free, free.stream().map(this::behind).toList());
    extend(free, free.stream().map(this::before).toList());
    return free;
  }

  /** Adds to all regions what lies beside them, or to none. */
  private void extend(List<TreeSet<Integer>> regions, List<List<Integer>> beside) {
    boolean same = beside.stream().map(this::types).distinct().count() == 1;
    if (same && beside.stream().flatMap(List::stream).noneMatch(claimed::contains)) {
      for (int i = 0; i < regions.size(); i++) {
        regions.get(i).addAll(beside.get(i));
        claimed.addAll(beside.get(i));
      }
    }
  }

  private List<String> types(List<Integer> positions) {
    return positions.stream().map(each -> links.layer(each).type()).toList();
  }

  private List<Integer> behind(TreeSet<Integer> region) {
    var behind = new ArrayList<Integer>();
    int at = region.last();
    while (links.consumers(at).size() == 1 && follows(links.consumers(at).get(0))) {
      at = links.consumers(at).get(0);
      behind.add(at);
    }
    return behind;
  }

  private List<Integer> before(TreeSet<Integer> region) {
    var before = new ArrayList<Integer>();
    int at = dominators[region.first()];
    while (follows(at)) {
      before.add(at);
      at = links.inputs(at).get(0);
      if (links.consumers(at).size() > 1) {
        return List.of();
      }
    }
    if (before.isEmpty() || !LEADERS.contains(links.layer(at).getClass())) {
      return List.of();
    }
    before.add(at);
    return before;
  }

  private boolean follows(int at) {
    return FOLLOWERS.contains(links.layer(at).getClass()) && links.inputs(at).size() == 1;
  }
}
