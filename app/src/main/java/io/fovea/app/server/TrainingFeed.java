package io.fovea.app.server;

import com.grack.nanojson.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells one listener how a training goes, on a thread of its own: first all there is, then what is
 * new, at most five times a second. A listener that is slow is told less often, and holds up
 * neither the training nor another listener; one that throws isn't told any more.
 */
final class TrainingFeed implements AutoCloseable {
  private static final long MILLIS_BETWEEN = 200;

  /** After so long without news it is told again, so that one that is gone is found out. */
  private static final long SECONDS_OF_SILENCE = 10;

  private final Supplier<Map<String, Object>> head;
  private final TrainingProgress progress;
  private final Consumer<String> listener;
  private final Runnable ended;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  private TrainingFeed(
      Supplier<Map<String, Object>> head,
      TrainingProgress progress,
      Consumer<String> listener,
      Runnable ended) {
    this.head = head;
    this.progress = progress;
    this.listener = listener;
    this.ended = ended;
    this.thread = new Thread(this::tell, "fovea-training-feed");
    thread.setDaemon(true);
  }

  /**
   * Begins to tell.
   *
   * @param head stands in each event, as JSON's values
   * @param listener is given an event as JSON
   * @param ended is run when no more is told, however that comes
   */
  static TrainingFeed start(
      Supplier<Map<String, Object>> head,
      TrainingProgress progress,
      Consumer<String> listener,
      Runnable ended) {
    var feed = new TrainingFeed(head, progress, listener, ended);
    feed.thread.start();
    return feed;
  }

  private void tell() {
    var seen = TrainingProgress.Seen.NOTHING;
    try {
      do {
        progress.await(seen, SECONDS_OF_SILENCE);
        TrainingProgress.News news = progress.news(seen);
        seen = news.seen();
        listener.accept(JsonWriter.string(event(head, news)));
      } while (!closed.await(MILLIS_BETWEEN, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed while it waited
    } catch (RuntimeException e) {
      close(); // the listener can't be told any more
    } finally {
      ended.run();
    }
  }

  /**
   * An event, as JSON's values.
   *
   * @param head is asked when the news are there, so that it is never older than they are: what is
   *     done has its result
   */
  static Map<String, Object> event(Supplier<Map<String, Object>> head, TrainingProgress.News news) {
    var event = new LinkedHashMap<>(head.get());
    event.putAll(news.json());
    return event;
  }

  /** Tells no more; an event that is under way may still arrive. */
  @Override
  public void close() {
    closed.countDown();
    if (Thread.currentThread() != thread) {
      thread.interrupt();
    }
  }
}
