package io.fovea.bench;

import java.util.concurrent.CountDownLatch;

/** One person after another: each opens the page, does this and that with pauses, and leaves. */
final class PageClient implements Runnable {
  private static final int MOST_ACTS = 40;

  private final PageHost host;
  private final Chance chance;
  private final Pauses pauses;

  /**
   * @param seed of what they do
   * @param end counted down when it is time to go
   * @param think how long a pause between two acts is on average, in milliseconds
   */
  PageClient(PageHost host, long seed, CountDownLatch end, int think) {
    this.host = host;
    this.chance = new Chance(seed);
    this.pauses = new Pauses(chance, end, think);
  }

  @Override
  public void run() {
    while (pauses.think()) {
      attempt(this::visit);
    }
  }

  private void visit() {
    PageStay stay = PageStay.come(host, chance, pauses);
    try {
      stay.open();
      int acts = chance.below(MOST_ACTS);
      for (int i = 0; i < acts && pauses.think(); i++) {
        attempt(stay::act);
      }
    } finally {
      stay.leave();
    }
  }

  /** What goes wrong is counted, and the person does something else. */
  private void attempt(Runnable act) {
    try {
      act.run();
    } catch (NoAnswerException e) {
      // counted already
    } catch (RuntimeException e) {
      host.tally().failed("a person", e.toString());
    }
  }
}
