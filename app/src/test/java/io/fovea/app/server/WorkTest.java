package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One thread, held by a piece of work until a test lets it go; two pieces may wait. */
@Timeout(60)
class WorkTest {
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final Work work = new Work(1, 2, Runnable::run);

  @BeforeEach
  void hold() throws InterruptedException {
    work.submit("other", "look", this::await);
    begun.await();
  }

  @AfterEach
  void end() {
    held.countDown();
    work.close();
  }

  @Test
  void whatIsSubmittedIsDoneInItsTurn() {
    CompletableFuture<String> one = work.submit("page", "look", () -> "one");
    CompletableFuture<String> other = work.submit("page", "tiles", () -> "other");

    held.countDown();

    assertThat(one.join()).isEqualTo("one");
    assertThat(other.join()).isEqualTo("other");
  }

  @Test
  void moreThanMayWaitIsRefused() {
    work.submit("page", "look", () -> 1);
    work.submit("page", "tiles", () -> 2);

    assertThatThrownBy(() -> work.submit("page", "find", () -> 3).join())
        .hasRootCauseMessage("the server has 2 requests waiting; try again in a moment")
        .rootCause()
        .extracting("status")
        .isEqualTo(503);
  }

  @Test
  void aNewerRequestOfTheSameKindTakesThePlace() {
    CompletableFuture<String> old = work.submit("page", "tiles", () -> "old");
    CompletableFuture<String> newer = work.submit("page", "tiles", () -> "new");

    assertThatThrownBy(old::join).hasRootCauseMessage("a newer request took the place of this one");
    held.countDown();
    assertThat(newer.join()).isEqualTo("new");
  }

  @Test
  void requestsOfNoKindStandSideBySide() {
    CompletableFuture<String> one = work.submit("page", "", () -> "one");
    CompletableFuture<String> other = work.submit("page", "", () -> "other");

    held.countDown();

    assertThat(one.join()).isEqualTo("one");
    assertThat(other.join()).isEqualTo("other");
  }

  @Test
  void whatWaitsForAPageThatIsGoneIsDropped() {
    CompletableFuture<String> dropped = work.submit("page", "look", () -> "dropped");
    CompletableFuture<String> kept = work.submit("another page", "look", () -> "kept");

    work.leave("page");

    assertThatThrownBy(dropped::join).hasRootCauseMessage("the page that asked is gone");
    held.countDown();
    assertThat(kept.join()).isEqualTo("kept");
  }

  @Test
  void aFailureIsHandedOn() {
    CompletableFuture<Object> failed =
        work.submit(
            "page",
            "look",
            () -> {
              throw RequestException.missing("there is no such layer");
            });

    held.countDown();

    assertThatThrownBy(failed::join).hasRootCauseMessage("there is no such layer");
  }

  @Test
  void afterTheEndNothingIsTaken() {
    held.countDown();
    work.close();

    assertThatThrownBy(() -> work.submit("page", "look", () -> 1).join())
        .hasRootCauseMessage("the server ends");
  }

  private Object await() {
    begun.countDown();
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return held;
  }
}
