package io.fovea.app.server;

import io.fovea.Net;
import io.fovea.zoo.Model;
import io.fovea.zoo.ModelEntry;
import io.fovea.zoo.Models;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The networks that may be looked into: those that have a name, the one named at the start, and
 * those trained here. A path that a client makes up opens nothing.
 *
 * <p>The ones used last stay open. Any number of threads may use this at once.
 */
final class Nets implements AutoCloseable {
  private static final int MOST_OPEN = 6;

  private final Models models;
  private final int threads;
  private final Set<String> allowed = new HashSet<>();
  private final Map<String, Model> own = new ConcurrentHashMap<>();
  private final LinkedHashMap<String, Net> open = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param models where names are looked up
   * @param first name or path of the network named at the start
   * @param threads how many threads compute one run
   */
  Nets(Models models, String first, int threads) {
    this.models = models;
    this.threads = threads;
    allowed.add(first);
  }

  /** All that have a name, with the place of each. */
  List<Map<String, Object>> list() {
    var list = new ArrayList<Map<String, Object>>();
    for (ModelEntry each : models.list()) {
      list.add(Map.of("name", each.name(), "place", each.place()));
    }
    own.keySet().stream().sorted().forEach(name -> list.add(Map.of("name", name, "place", "")));
    return list;
  }

  /** Whether it was made here, so that no file of that name need be anywhere. */
  boolean isMadeHere(String name) {
    return own.containsKey(name);
  }

  /** Adds a network that was made here. */
  void add(String name, Model model) {
    own.put(name, model);
  }

  /**
   * The network of this name, opened when it isn't yet.
   *
   * @throws io.fovea.tensor.FoveaException if there is none, or its file is broken
   */
  synchronized Net get(String name) {
    Net net = open.get(name);
    if (net == null) {
      net = open(name);
      open.put(name, net);
      if (open.size() > MOST_OPEN) {
        String eldest = open.keySet().iterator().next();
        open.remove(eldest).close();
      }
    }
    return net;
  }

  private Net open(String name) {
    Model made = own.get(name);
    if (made != null) {
      return Net.of(made, threads);
    }
    boolean isKnown =
        allowed.contains(name)
            || models.list().stream().anyMatch(entry -> entry.name().equals(name));
    if (!isKnown) {
      throw RequestException.missing(
          "there is no network named %s here; start fovea explore with its path".formatted(name));
    }
    return Net.open(() -> models.open(name), threads);
  }

  @Override
  public synchronized void close() {
    open.values().forEach(Net::close);
    open.clear();
  }
}
