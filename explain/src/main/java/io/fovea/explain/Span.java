package io.fovea.explain;

import io.fovea.network.Window;
import java.util.Optional;

/**
 * Neighbouring places on one axis, both ends within.
 *
 * @param first the first place, perhaps negative (padding)
 * @param last the last place
 */
record Span(int first, int last) {
  /** From the first that one of both holds to the last. */
  Span or(Span other) {
    return new Span(Math.min(first, other.first), Math.max(last, other.last));
  }

  /** What these places see through a window, padding and all. */
  Span through(Window window) {
    return new Span(window.start(first), window.start(last) + window.extent() - 1);
  }

  Span moved(int by) {
    return new Span(first + by, last + by);
  }

  /** The part that lies on an axis of this length. */
  Optional<Span> within(int length) {
    var part = new Span(Math.max(0, first), Math.min(length - 1, last));
    return part.first <= part.last ? Optional.of(part) : Optional.empty();
  }
}
