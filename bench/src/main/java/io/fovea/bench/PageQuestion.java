package io.fovea.bench;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A question on its way. What becomes of it is counted once, whether or not anyone waits for it.
 */
final class PageQuestion {
  private final PageQuery query;
  private final PageTally tally;
  private final boolean hangsUp;
  private final long begin = System.nanoTime();
  private final CompletableFuture<HttpResponse<byte[]>> exchange;
  private final CompletableFuture<Optional<PageAnswer>> counted;
  private volatile boolean wanted = true;

  /**
   * Asks.
   *
   * @param request has its connection for itself if it is to be hung up where it isn't wanted any
   *     more
   */
  PageQuestion(PageHost host, PageQuery query, HttpRequest request) {
    this.query = query;
    tally = host.tally();
    hangsUp = request.headers().firstValue("Connection").isPresent();
    exchange = host.http().sendAsync(request, BodyHandlers.ofByteArray());
    counted = exchange.thenApply(this::count).exceptionally(this::countLost);
  }

  /** Whether a newer question takes the place of this one, that is still under way. */
  boolean givesWayTo(PageQuery newer) {
    return !isOver() && !query.kind().isEmpty() && query.kind().equals(newer.kind());
  }

  /** Whether it is counted. */
  boolean isOver() {
    return counted.isDone();
  }

  /**
   * It isn't wanted any more. Its connection is closed, as a browser does; or what the server says
   * is read, to see that no answer stays out.
   */
  void leave() {
    wanted = false;
    if (hangsUp) {
      exchange.cancel(true);
    }
  }

  /** Waits until it is counted. */
  void await() {
    counted.join();
  }

  /**
   * Waits for the answer.
   *
   * @throws NoAnswerException if it was refused, or went wrong
   */
  PageAnswer answer() {
    return counted.join().orElseThrow(() -> new NoAnswerException(query.path()));
  }

  private Optional<PageAnswer> count(HttpResponse<byte[]> response) {
    long time = System.nanoTime() - begin;
    PageAnswer answer = PageAnswer.of(response);
    PageOutcome outcome = PageOutcome.of(answer, wanted);
    switch (outcome) {
      case GOOD -> tally.answered(query.path(), time);
      case CANCELLED -> tally.cancelled();
      case BUSY -> tally.busy();
      case WRONG -> tally.failed(query.path(), answer.status() + " " + answer.sentence());
    }
    return Optional.of(answer).filter(any -> outcome == PageOutcome.GOOD);
  }

  private Optional<PageAnswer> countLost(Throwable failure) {
    if (hangsUp && !wanted) {
      tally.cancelled();
    } else {
      tally.failed(query.path(), String.valueOf(failure.getCause()));
    }
    return Optional.empty();
  }
}
