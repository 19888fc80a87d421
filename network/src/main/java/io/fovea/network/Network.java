package io.fovea.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A directed acyclic graph of layers with their learnable parameters; immutable, for any number of
 * threads.
 *
 * <p>Every layer stands behind those it takes, otherwise in the order given. A network may have
 * faults (a layer that takes one that isn't there, sizes that don't fit): {@link Analysis} finds
 * them all, and what runs a network refuses one with an error.
 */
public final class Network {
  private final String name;
  private final Map<String, Layer> layers;
  private final Map<String, String> aliases;

  private Network(String name, Map<String, Layer> layers, Map<String, String> aliases) {
    this.name = name;
    this.layers = layers;
    this.aliases = aliases;
  }

  /**
   * A network of these layers.
   *
   * @throws NetworkException if two layers have one name, or one has none
   */
  public static Network of(String name, List<Layer> layers) {
    var byName = new LinkedHashMap<String, Layer>();
    for (Layer layer : layers) {
      if (layer.name().isBlank()) {
        throw new NetworkException(
            "%s: a layer of type %s has no name; give it one".formatted(name, layer.type()));
      }
      if (byName.put(layer.name(), layer) != null) {
        throw new NetworkException(
            layer.name() + ": two layers have this name; give each one its own");
      }
    }
    return new Network(name, Collections.unmodifiableMap(inOrder(byName)), Map.of());
  }

  /** The network's name. */
  public String name() {
    return name;
  }

  /** All layers, each behind those that it takes. */
  public List<Layer> layers() {
    return List.copyOf(layers.values());
  }

  /** The same network under another name. */
  public Network withName(String newName) {
    return new Network(newName, layers, aliases);
  }

  /**
   * The same network, its layers found by these names too.
   *
   * @param newAliases from the other name to the layer's own; a layer's own name goes before an
   *     alias, and one of a layer that isn't there finds nothing
   */
  public Network withAliases(Map<String, String> newAliases) {
    return new Network(name, layers, Map.copyOf(newAliases));
  }

  /**
   * The same network with another layer in the place of the one of that name.
   *
   * @throws NetworkException if there is none
   */
  public Network withLayer(Layer layer) {
    if (!layers.containsKey(layer.name())) {
      throw unknown(layer.name());
    }
    var changed = new ArrayList<Layer>();
    for (Layer each : layers.values()) {
      changed.add(each.name().equals(layer.name()) ? layer : each);
    }
    return of(name, changed).withAliases(aliases);
  }

  /**
   * The same network without this layer; those that take it take what it takes, and its aliases
   * find that.
   *
   * @param layerName a layer that takes one other
   * @throws NetworkException if there is none of this name, or it doesn't take one
   */
  public Network withoutLayer(String layerName) {
    Layer removed = layer(layerName);
    if (removed.inputs().size() != 1) {
      throw new NetworkException(
          "%s: it takes %d layers, so that none can stand for it; remove one that takes one"
              .formatted(removed.name(), removed.inputs().size()));
    }
    String input = removed.inputs().get(0);
    var changed = new ArrayList<Layer>();
    for (Layer each : layers.values()) {
      if (each.inputs().contains(removed.name())) {
        var inputs = new ArrayList<>(each.inputs());
        inputs.replaceAll(name -> name.equals(removed.name()) ? input : name);
        changed.add(each.withInputs(inputs));
      } else if (each != removed) {
        changed.add(each);
      }
    }
    var changedAliases = new HashMap<>(aliases);
    changedAliases.replaceAll((alias, of) -> of.equals(removed.name()) ? input : of);
    return of(name, changed).withAliases(changedAliases);
  }

  /** The layer of this name or alias. */
  public Optional<Layer> find(String layerName) {
    return Optional.ofNullable(layers.get(layerName))
        .or(() -> Optional.ofNullable(aliases.get(layerName)).map(layers::get));
  }

  /**
   * The layer of this name or alias.
   *
   * @throws NetworkException if there is none, naming those with a name most like it
   */
  public Layer layer(String layerName) {
    return find(layerName).orElseThrow(() -> unknown(layerName));
  }

  private NetworkException unknown(String layerName) {
    return new NetworkException(
        layers.isEmpty()
            ? "%s has no layer %s, as it has no layers at all".formatted(name, layerName)
            : "%s has no layer %s; did you mean %s?"
                .formatted(name, layerName, Names.mostLike(layerName, layers.keySet())));
  }

  /** The names of all layers, in order; aliases are not among them. */
  Set<String> layerNames() {
    return layers.keySet();
  }

  /** Where pictures or arrays enter. */
  public List<ImageInput> imageInputs() {
    return layers.values().stream()
        .filter(ImageInput.class::isInstance)
        .map(ImageInput.class::cast)
        .toList();
  }

  /** The layers whose activation no other layer takes. */
  public List<Layer> outputs() {
    Set<String> taken =
        layers.values().stream()
            .flatMap(layer -> layer.inputs().stream())
            .collect(Collectors.toSet());
    return layers.values().stream().filter(layer -> !taken.contains(layer.name())).toList();
  }

  /** The layers that take this one, in order. */
  public List<Layer> consumers(Layer layer) {
    return layers.values().stream().filter(each -> each.inputs().contains(layer.name())).toList();
  }

  /** Name and number of layers. */
  @Override
  public String toString() {
    return name + ", " + layers.size() + " layers";
  }

  /**
   * Stable topological order: always the first given layer whose inputs are all placed. Layers on a
   * cycle, and those behind them, stay at the end as they were given.
   */
  private static Map<String, Layer> inOrder(Map<String, Layer> given) {
    List<Layer> all = List.copyOf(given.values());
    var missing = new int[all.size()];
    var consumers = new HashMap<String, List<Integer>>();
    var ready = new PriorityQueue<Integer>();
    for (int i = 0; i < all.size(); i++) {
      for (String input : Set.copyOf(all.get(i).inputs())) {
        if (given.containsKey(input)) {
          consumers.computeIfAbsent(input, any -> new ArrayList<>()).add(i);
          missing[i]++;
        }
      }
      if (missing[i] == 0) {
        ready.add(i);
      }
    }
    var ordered = new LinkedHashMap<String, Layer>();
    while (!ready.isEmpty()) {
      Layer layer = all.get(ready.remove());
      ordered.put(layer.name(), layer);
      for (int consumer : consumers.getOrDefault(layer.name(), List.of())) {
        if (--missing[consumer] == 0) {
          ready.add(consumer);
        }
      }
    }
    given.forEach(ordered::putIfAbsent);
    return ordered;
  }
}
