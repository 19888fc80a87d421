package io.fovea.app.server;

import io.fovea.Net;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Function;

/**
 * Something of each network that never changes: made when it is first wanted, once, and forgotten
 * with the network. Any number of threads may use this at once.
 *
 * @param <T> what is made; it mustn't hold the network
 */
final class PerNet<T> {
  private final Function<Net, T> make;
  private final Map<Net, Place<T>> places = new WeakHashMap<>();

  PerNet(Function<Net, T> make) {
    this.make = make;
  }

  /** That of a network; who asks while it is being made waits for it. */
  T get(Net net) {
    return place(net).get(net, make);
  }

  private synchronized Place<T> place(Net net) {
    return places.computeIfAbsent(net, any -> new Place<>());
  }

  private static final class Place<T> {
    private Optional<T> made = Optional.empty();

    synchronized T get(Net net, Function<Net, T> make) {
      T thing = made.orElseGet(() -> make.apply(net));
      made = Optional.of(thing);
      return thing;
    }
  }
}
