package io.fovea.app.server;

import io.fovea.zoo.Card;
import io.fovea.zoo.Model;
import io.fovea.zoo.Models;
import java.util.concurrent.CountDownLatch;

/** Networks of which "tiny" is being opened until a test lets it be open; "other" is there. */
final class SlowNets implements AutoCloseable {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch held = new CountDownLatch(1);
  private final Nets nets = new Nets(Models.of(), "tiny", 1, 1); // two are never open at once

  /** "tiny" takes the place of "other", whose end is waited for. */
  SlowNets() {
    Model tiny = TinyTraining.model("tiny");
    nets.add(tiny);
    nets.add(Model.of(tiny.network().withName("other"), Card.of("other", tiny.preprocessing())));
    nets.get("other");
    nets.whenClosed(
        net -> {
          begun.countDown();
          await(held);
        });
  }

  Nets nets() {
    return nets;
  }

  /** Waits until somebody has asked for "tiny". */
  void awaitBegin() {
    await(begun);
  }

  /** Lets it be open. */
  void open() {
    held.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open();
    nets.close();
  }
}
