package io.fovea.network;

/**
 * How far one value of an activation sees along one axis of the input.
 *
 * @param length how many values of the input it can depend on
 * @param jump how far apart in the input neighbouring values look
 * @param limit the input's own length, beyond which neither counts
 */
record Reach(long length, long jump, int limit) {
  /** A value of the input sees itself. */
  static Reach ofInput(int limit) {
    return new Reach(1, 1, limit);
  }

  /** What is seen through a window over values that see this far. */
  Reach through(Window window) {
    return new Reach(
        Math.min(limit, length + (window.extent() - 1) * jump),
        Math.min(limit, jump * window.stride()),
        limit);
  }

  /** What is seen by a value that takes both. */
  Reach or(Reach other) {
    return new Reach(
        Math.max(length, other.length), Math.max(jump, other.jump), Math.max(limit, other.limit));
  }
}
