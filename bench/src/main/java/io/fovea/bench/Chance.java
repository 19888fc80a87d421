package io.fovea.bench;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** What a person does by chance; the same for the same seed. */
final class Chance {
  private static final int NAME_PARTS = 4;

  private final Random random;

  Chance(long seed) {
    this.random = new Random(seed);
  }

  /** A whole number from 0, less than another. */
  int below(int end) {
    return random.nextInt(end);
  }

  /** True every other time. */
  boolean coin() {
    return random.nextBoolean();
  }

  /** One of them. */
  <T> T any(List<T> list) {
    return list.get(below(list.size()));
  }

  /** The name that a page gives itself while it is open. */
  String name() {
    return random
        .ints(NAME_PARTS)
        .mapToObj(part -> Integer.toUnsignedString(part, Character.MAX_RADIX))
        .collect(Collectors.joining("-"));
  }
}
