package io.fovea.app.server;

import io.fovea.zoo.Model;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One training, on a thread of its own: it can be watched, stopped, gone on with, and gives a
 * network. Any number of threads may use one at once.
 */
final class TrainingJob implements AutoCloseable {
  /** Whoever ends the server waits three seconds in all; an iteration may take longer. */
  private static final long MILLIS_TO_END = 1_000;

  private final int id;
  private final TrainingSettings settings;
  private final String name;
  private final TrainingProgress progress = new TrainingProgress();
  private final TrainingRun run;
  private volatile boolean stopping;
  private Optional<Thread> thread = Optional.empty();

  /**
   * A training that hasn't begun.
   *
   * @param id from 1
   * @param preparation makes it ready, when it begins
   * @param folder for its checkpoint and files, its own
   * @param shelf is given the networks that come out; they are taken off when this is closed
   */
  TrainingJob(
      int id,
      TrainingSettings settings,
      Supplier<TrainingTask> preparation,
      Path folder,
      NetworkShelf shelf) {
    this.id = id;
    this.settings = settings;
    name = settings.name().orElse(TrainedName.of(id));
    run = new TrainingRun(name, preparation, folder, shelf, progress);
  }

  /** From 1. */
  int id() {
    return id;
  }

  /** What the network will be called, such as {@code trained-1}. */
  String name() {
    return name;
  }

  /** What it is at. */
  TrainingPhase phase() {
    return progress.phase();
  }

  /** The network, once it is done, or was stopped after an epoch. */
  Optional<Model> model() {
    return run.outcome().map(TrainingOutcome::model);
  }

  /**
   * What came out.
   *
   * @throws RequestException if it isn't done, nor was stopped after an epoch
   */
  TrainingOutcome outcome() {
    return run.outcome()
        .orElseThrow(
            () ->
                RequestException.wrong(
                    "%s: this training has no result yet, it is %s; wait for its end"
                        .formatted(name, phase().word())));
  }

  /** Begins, or goes on where it was stopped. */
  synchronized void start() {
    stopping = false;
    progress.begin();
    var next = new Thread(() -> run.run(() -> stopping), "fovea-" + name);
    next.setDaemon(true);
    thread = Optional.of(next);
    next.start();
  }

  /** Whether it can go on: it was stopped or failed, and left off somewhere. */
  boolean canResume() {
    TrainingPhase now = phase();
    return now == TrainingPhase.STOPPED || now == TrainingPhase.FAILED && run.leftOff();
  }

  /** Makes it finish its iteration, keep its state and end. */
  void stop() {
    stopping = true;
  }

  /** All that there is to know of it now, as JSON's values. */
  Map<String, Object> snapshot() {
    return TrainingFeed.event(this::head, progress.news(TrainingProgress.Seen.NOTHING));
  }

  private Map<String, Object> head() {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("name", name);
    json.put("settings", settings.toJson());
    json.put("result", run.outcome().isPresent());
    return json;
  }

  /**
   * Tells a listener how it goes, from now until it is closed.
   *
   * @param listener is given events as JSON, on a thread of its own
   * @param ended is run on it when no more is told
   */
  TrainingFeed listen(Consumer<String> listener, Runnable ended) {
    return TrainingFeed.start(this::head, progress, listener, ended);
  }

  /** Stops it, waits for its end for a while, and deletes its files and networks. */
  @Override
  public void close() {
    stop();
    Optional<Thread> running;
    synchronized (this) {
      running = thread;
    }
    try {
      if (running.isPresent()) {
        running.get().join(MILLIS_TO_END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    run.clear();
  }
}
