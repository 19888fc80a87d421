package io.fovea.image;

/** Noise that is the same on every machine: a hash of whole coordinates. */
final class Grain {
  private Grain() {}

  /**
   * A number from 0 (included) to 1 (excluded) for a place; neighbours know nothing of each other.
   */
  static double at(int x, int y, int seed) {
    int hash = x * 0x9e3779b1 + y * 0x85ebca6b + seed * 0xc2b2ae35;
    hash = (hash ^ hash >>> 15) * 0x2c1b3c6d;
    hash = (hash ^ hash >>> 12) * 0x297a2d39;
    hash ^= hash >>> 15;
    return (hash >>> 8) / (double) (1 << 24);
  }

  /** Noise that changes softly over a distance of 1, from 0 to 1. */
  static double soft(double x, double y, int seed) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = Edge.smooth(0, 1, x - left);
    double down = Edge.smooth(0, 1, y - top);
    double above = mix(at(left, top, seed), at(left + 1, top, seed), right);
    double below = mix(at(left, top + 1, seed), at(left + 1, top + 1, seed), right);
    return mix(above, below, down);
  }

  private static double mix(double one, double other, double share) {
    return one + (other - one) * share;
  }
}
