package io.fovea.app.server;

import io.javalin.config.Key;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The heavy work of all pages: a few threads do it, and so much may wait for them.
 *
 * <p>What waits is dropped when the page that wants it is gone, or when the page asks for something
 * newer in its place. What has begun is told so, and ends where it next asks (see {@link Wanted}).
 *
 * <p>Any number of threads may use this at once.
 */
final class Work implements AutoCloseable {
  /** Where a request finds it. */
  static final Key<Work> KEY = new Key<>("work");

  private static final int LEAST_THREADS = 2;
  private static final int SECONDS_TO_END = 10;
  private static final String NEWER = "a newer request took the place of this one";

  private record Task(
      Asker asker,
      CompletableFuture<?> ready,
      Wanted wanted,
      Runnable work,
      CompletableFuture<?> outcome) {}

  private final Set<Task> waiting = new LinkedHashSet<>();
  private final Set<Task> begun = new LinkedHashSet<>();
  private final ExecutorService threads;
  private final int mostWaiting;
  private final Executor answers;
  private boolean closed;

  /**
   * @param threads how many pieces are done at once
   * @param mostWaiting how many may wait
   * @param answers hands on what came out: a page that is slow to take it holds none of the threads
   *     that work
   */
  Work(int threads, int mostWaiting, Executor answers) {
    this.threads = Executors.newFixedThreadPool(threads, Work::thread);
    this.mostWaiting = mostWaiting;
    this.answers = answers;
  }

  /** With as many threads as the machine has cores. */
  static Work ofThisMachine(int mostWaiting, Executor answers) {
    return new Work(
        Math.max(LEAST_THREADS, Runtime.getRuntime().availableProcessors()), mostWaiting, answers);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "fovea-page-work");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Has a piece of work done.
   *
   * @param client the page that wants it; empty for one that doesn't say
   * @param kind a newer piece of the same client and kind takes its place; empty for none
   * @param work may ask whether it is still wanted
   * @return what it gives; or a {@link RequestException} if it was dropped, or too much waits
   */
  <T> CompletableFuture<T> submit(String client, String kind, Function<Wanted, T> work) {
    return submit(client, kind, CompletableFuture.completedFuture(""), work);
  }

  /**
   * The same once something it needs is there: until then it waits without holding any thread.
   *
   * @param ready what it needs; where that fails, so does this
   */
  <T> CompletableFuture<T> submit(
      String client, String kind, CompletableFuture<?> ready, Function<Wanted, T> work) {
    return submit(new Asker(client, kind, 0), ready, work);
  }

  /** The same; what was asked before another of its kind, and comes after it, is dropped. */
  <T> CompletableFuture<T> submit(
      Asker asker, CompletableFuture<?> ready, Function<Wanted, T> work) {
    var outcome = new CompletableFuture<T>();
    var wanted = new Wanted();
    Supplier<T> doing =
        () -> {
          Futures.join(ready);
          return work.apply(wanted);
        };
    Task task = new Task(asker, ready, wanted, () -> complete(outcome, doing), outcome);
    drop(each -> asker.replaces(each.asker), NEWER);
    Optional<RequestException> refusal = add(task);
    if (refusal.isPresent()) {
      outcome.completeExceptionally(refusal.get());
    } else {
      ready.whenComplete((any, failure) -> threads.execute(this::doNext));
    }
    return outcome;
  }

  private synchronized Optional<RequestException> add(Task task) {
    if (closed) {
      return Optional.of(RequestException.busy("the server ends"));
    }
    if (Stream.concat(waiting.stream(), begun.stream())
        .anyMatch(each -> task.asker.isBehind(each.asker))) {
      return Optional.of(RequestException.dropped(NEWER));
    }
    if (waiting.size() >= mostWaiting) {
      return Optional.of(
          RequestException.busy(
              "the server has %d requests waiting; try again in a moment"
                  .formatted(waiting.size())));
    }
    waiting.add(task);
    return Optional.empty();
  }

  /** Drops what waits for a page that is gone, and ends what was begun for it. */
  void leave(String client) {
    drop(each -> each.asker.client().equals(client), "the page that asked is gone");
  }

  /** What has begun still reads its request: that is answered when it ends. */
  private void drop(Predicate<Task> which, String why) {
    List<Task> dropped;
    synchronized (this) {
      begun.stream().filter(which).forEach(task -> task.wanted.drop(why));
      dropped = waiting.stream().filter(which).toList();
      dropped.forEach(waiting::remove);
    }
    dropped.forEach(task -> task.outcome.completeExceptionally(RequestException.dropped(why)));
  }

  /** The eldest that is ready; none is left where one was dropped. */
  private void doNext() {
    Task task;
    synchronized (this) {
      Optional<Task> eldest = waiting.stream().filter(each -> each.ready.isDone()).findFirst();
      if (eldest.isEmpty()) {
        return;
      }
      task = eldest.get();
      waiting.remove(task);
      begun.add(task);
    }
    try {
      task.work.run();
    } finally {
      synchronized (this) {
        begun.remove(task);
      }
    }
  }

  private <T> void complete(CompletableFuture<T> outcome, Supplier<T> work) {
    try {
      T made = work.get();
      answers.execute(() -> outcome.complete(made));
    } catch (RuntimeException | Error e) {
      answers.execute(() -> outcome.completeExceptionally(e));
    }
  }

  /** Ends; what waits is dropped, and what has begun is awaited until it ends or is told to. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    threads.shutdown();
    drop(any -> true, "the server ends");
    try {
      threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // what has begun ends with the process
    }
  }
}
