package io.fovea.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A person's pauses, each of which ends at once when it is time to go. */
final class Pauses {
  private final Chance chance;
  private final CountDownLatch end;
  private final int think;

  /**
   * @param end counted down when it is time to go
   * @param think how long a pause between two acts is on average, in milliseconds
   */
  Pauses(Chance chance, CountDownLatch end, int think) {
    this.chance = chance;
    this.end = end;
    this.think = think;
  }

  /** Between two acts; false when it is time to go. */
  boolean think() {
    return pause(chance.below(2 * think));
  }

  /** So many milliseconds; false when it is time to go. */
  boolean pause(int milliseconds) {
    try {
      return !end.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
