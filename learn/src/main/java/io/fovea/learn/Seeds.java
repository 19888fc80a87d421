package io.fovea.learn;

import java.util.SplittableRandom;

/** Makes generators that have nothing to do with each other out of a few numbers. */
final class Seeds {
  private Seeds() {}

  /** The generator of a seed and what it is for, such as an epoch and an item. */
  static SplittableRandom random(long seed, long... parts) {
    long mixed = mix(seed);
    for (long part : parts) {
      mixed = mix(mixed ^ part);
    }
    return new SplittableRandom(mixed);
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long number) {
    long mixed = number + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
