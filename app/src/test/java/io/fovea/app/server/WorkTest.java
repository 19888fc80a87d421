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
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch second = new CountDownLatch(1);
  private final Work work = new Work(1, 2, Runnable::run);

  @BeforeEach
  void hold() throws InterruptedException {
    work.submit("other", "look", wanted -> await());
    begun.await();
  }

  @AfterEach
  void end() {
    held.countDown();
    work.close();
  }

  @Test
  void whatIsSubmittedIsDoneInItsTurn() {
    CompletableFuture<String> one = work.submit("page", "look", wanted -> "one");
    CompletableFuture<String> other = work.submit("page", "tiles", wanted -> "other");

    held.countDown();

    assertThat(one.join()).isEqualTo("one");
    assertThat(other.join()).isEqualTo("other");
  }

  @Test
  void moreThanMayWaitIsRefused() {
    work.submit("page", "look", wanted -> 1);
    work.submit("page", "tiles", wanted -> 2);

    assertThatThrownBy(() -> work.submit("page", "find", wanted -> 3).join())
        .hasRootCauseMessage("the server has 2 requests waiting; try again in a moment")
        .rootCause()
        .extracting("status")
        .isEqualTo(503);
  }

  @Test
  void whatWasAskedBeforeAnotherAndComesAfterItIsDropped() {
    CompletableFuture<String> ready = CompletableFuture.completedFuture("");
    CompletableFuture<String> newer =
        work.submit(new Asker("page", "tiles", 8), ready, wanted -> "newer");
    CompletableFuture<String> late =
        work.submit(new Asker("page", "tiles", 7), ready, wanted -> "late");
    held.countDown();

    assertThatThrownBy(late::join)
        .hasRootCauseMessage("a newer request took the place of this one");
    assertThat(newer.join()).isEqualTo("newer");
  }

  @Test
  void whatIsNotReadyHoldsNobodyUp() {
    var network = new CompletableFuture<String>();
    CompletableFuture<String> needing =
        work.submit("page", "look", network, wanted -> network.join() + " is open");
    CompletableFuture<String> other = work.submit("another", "look", wanted -> "other");
    held.countDown();

    assertThat(other.join()).isEqualTo("other");
    assertThat(needing).isNotDone();
    network.complete("vgg16");
    assertThat(needing.join()).isEqualTo("vgg16 is open");
  }

  @Test
  void whatNeverGetsReadyFailsAsThatDoes() {
    var network = new CompletableFuture<String>();
    CompletableFuture<String> needing =
        work.submit("page", "look", network, wanted -> network.join());
    held.countDown();

    network.completeExceptionally(RequestException.missing("vgg16: there is no such file"));

    assertThatThrownBy(needing::join)
        .cause()
        .isInstanceOf(RequestException.class)
        .hasMessage("vgg16: there is no such file");
  }

  @Test
  void aNewerRequestOfTheSameKindTakesThePlace() {
    CompletableFuture<String> old = work.submit("page", "tiles", wanted -> "old");
    CompletableFuture<String> newer = work.submit("page", "tiles", wanted -> "new");

    assertThatThrownBy(old::join).hasRootCauseMessage("a newer request took the place of this one");
    held.countDown();
    assertThat(newer.join()).isEqualTo("new");
  }

  @Test
  void whatHasBegunIsToldThatANewerRequestTookItsPlace() {
    held.countDown();
    CompletableFuture<String> old = work.submit("page", "find", wanted -> twoSteps(wanted));
    await(first);

    CompletableFuture<String> newer = work.submit("page", "find", wanted -> "new");
    second.countDown();

    assertThatThrownBy(old::join).hasRootCauseMessage("a newer request took the place of this one");
    assertThat(newer.join()).isEqualTo("new");
  }

  @Test
  void whatHasBegunForAPageThatIsGoneIsToldSo() {
    held.countDown();
    CompletableFuture<String> begunFor = work.submit("page", "", wanted -> twoSteps(wanted));
    await(first);

    work.leave("page");
    second.countDown();

    assertThatThrownBy(begunFor::join).hasRootCauseMessage("the page that asked is gone");
  }

  private String twoSteps(Wanted wanted) {
    first.countDown();
    await(second);
    wanted.check();
    return "done";
  }

  @Test
  void requestsOfNoKindStandSideBySide() {
    CompletableFuture<String> one = work.submit("page", "", wanted -> "one");
    CompletableFuture<String> other = work.submit("page", "", wanted -> "other");

    held.countDown();

    assertThat(one.join()).isEqualTo("one");
    assertThat(other.join()).isEqualTo("other");
  }

  @Test
  void whatWaitsForAPageThatIsGoneIsDropped() {
    CompletableFuture<String> dropped = work.submit("page", "look", wanted -> "dropped");
    CompletableFuture<String> kept = work.submit("another page", "look", wanted -> "kept");

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
            wanted -> {
              throw RequestException.missing("there is no such layer");
            });

    held.countDown();

    assertThatThrownBy(failed::join).hasRootCauseMessage("there is no such layer");
  }

  @Test
  void afterTheEndNothingIsTaken() {
    held.countDown();
    work.close();

    assertThatThrownBy(() -> work.submit("page", "look", wanted -> 1).join())
        .hasRootCauseMessage("the server ends");
  }

  private Object await() {
    begun.countDown();
    return await(held);
  }

  private static Object await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return latch;
  }
}
