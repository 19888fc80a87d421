package io.fovea.app.server;

import io.fovea.network.Layer;
import io.fovea.network.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A layer of one network and its like in another: the one of the same name, or that also answers to
 * it. At least one of the two is there.
 *
 * @param before the first network's, unless it has none of this name
 * @param after the other network's, unless it has none of this name
 */
record LayerPair(Optional<Layer> before, Optional<Layer> after) {

  /** The name in the first network, or in the other where only that has it. */
  String name() {
    return before.or(() -> after).orElseThrow().name();
  }

  /**
   * The layers of both networks: in the first one's order, what only the other has between the same
   * neighbours as there.
   */
  static List<LayerPair> of(Network before, Network after) {
    Map<String, String> likes = likes(before, after);
    Set<String> matched = Set.copyOf(likes.values());
    List<Layer> others = after.layers();
    List<String> names = others.stream().map(Layer::name).toList();
    var pairs = new ArrayList<LayerPair>();
    int next = 0;
    for (Layer layer : before.layers()) {
      Optional<String> like = Optional.ofNullable(likes.get(layer.name()));
      int place = like.map(names::indexOf).orElse(-1);
      addMissing(others.subList(next, Math.max(next, place)), matched, pairs);
      next = Math.max(next, place + 1);
      pairs.add(new LayerPair(Optional.of(layer), like.flatMap(after::find)));
    }
    addMissing(others.subList(next, others.size()), matched, pairs);
    return pairs;
  }

  private static void addMissing(List<Layer> others, Set<String> matched, List<LayerPair> pairs) {
    others.stream()
        .filter(other -> !matched.contains(other.name()))
        .forEach(other -> pairs.add(new LayerPair(Optional.empty(), Optional.of(other))));
  }

  /** The name of each layer's like, by its own; no layer is that of two. */
  private static Map<String, String> likes(Network before, Network after) {
    var likes = new LinkedHashMap<String, String>();
    var taken = new HashSet<String>();
    for (Layer layer : before.layers()) {
      after
          .find(layer.name())
          .filter(like -> taken.add(like.name()))
          .ifPresent(like -> likes.put(layer.name(), like.name()));
    }
    for (Layer other : after.layers()) {
      before
          .find(other.name())
          .filter(layer -> !likes.containsKey(layer.name()) && taken.add(other.name()))
          .ifPresent(layer -> likes.put(layer.name(), other.name()));
    }
    return likes;
  }
}
