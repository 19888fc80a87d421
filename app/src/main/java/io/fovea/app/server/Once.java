package io.fovea.app.server;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that is made when it is first wanted, once, whoever wants it.
 *
 * @param <T> what is made
 */
final class Once<T> {
  private final Supplier<T> make;
  private Optional<T> made = Optional.empty();

  Once(Supplier<T> make) {
    this.make = make;
  }

  /** It, made when it isn't yet. */
  synchronized T get() {
    T thing = made.orElseGet(make);
    made = Optional.of(thing);
    return thing;
  }
}
