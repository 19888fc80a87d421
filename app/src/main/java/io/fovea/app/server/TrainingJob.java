package io.fovea.app.server;

import io.fovea.Trained;
import io.fovea.learn.Evaluation;
import io.fovea.learn.Outcome;
import io.fovea.learn.TrainingHistory;
import io.fovea.tensor.FoveaException;
import io.fovea.zoo.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One training, on a thread of its own: it can be watched, stopped, gone on with, and gives a
 * network. Any number of threads may use one at once.
 */
final class TrainingJob implements AutoCloseable {
  /** What the names of all networks begin with that come out of trainings. */
  static final String NAME = "trained-";

  /** Networks of one training that are kept: that of its end, or of its last stops. */
  private static final int MOST_KEPT = 3;

  /** Whoever ends the server waits three seconds in all; an iteration may take longer. */
  private static final long MILLIS_TO_END = 1_000;

  private final int id;
  private final TrainingSettings settings;
  private final Supplier<TrainingTask> preparation;
  private final Path folder;
  private final NetworkShelf shelf;
  private final Set<String> onShelf = new LinkedHashSet<>();
  private final TrainingProgress progress = new TrainingProgress();
  private volatile boolean stopping;
  private volatile Optional<TrainingOutcome> outcome = Optional.empty();
  private Optional<TrainingTask> task = Optional.empty();
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
    this.preparation = preparation;
    this.folder = folder;
    this.shelf = shelf;
  }

  /** From 1. */
  int id() {
    return id;
  }

  /** What the network will be called, such as {@code trained-1}. */
  String name() {
    return NAME + id;
  }

  /** What it is at. */
  TrainingPhase phase() {
    return progress.phase();
  }

  /** The network, once it is done, or was stopped after an epoch. */
  Optional<Model> model() {
    return outcome.map(TrainingOutcome::model);
  }

  /**
   * What came out.
   *
   * @throws RequestException if it isn't done, nor was stopped after an epoch
   */
  TrainingOutcome outcome() {
    return outcome.orElseThrow(
        () ->
            RequestException.wrong(
                "%s: this training has no result yet, it is %s; wait for its end"
                    .formatted(name(), phase().word())));
  }

  /** Begins, or goes on where it was stopped. */
  synchronized void start() {
    stopping = false;
    progress.begin();
    var next = new Thread(this::run, "fovea-" + name());
    next.setDaemon(true);
    thread = Optional.of(next);
    next.start();
  }

  /** Whether it can go on: it was stopped or failed, and left off somewhere. */
  boolean canResume() {
    TrainingPhase now = phase();
    return now == TrainingPhase.STOPPED
        || now == TrainingPhase.FAILED && Files.exists(checkpoint());
  }

  /** Makes it finish its iteration, keep its state and end. */
  void stop() {
    stopping = true;
  }

  private void run() {
    try {
      if (task.isEmpty()) {
        task = Optional.of(preparation.get());
      }
      if (stopping) {
        progress.enter(TrainingPhase.STOPPED, "");
      } else {
        learn(task.get());
      }
    } catch (FoveaException e) {
      progress.enter(TrainingPhase.FAILED, String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      progress.enter(
          TrainingPhase.FAILED,
          "there isn't enough memory for this; choose a smaller batch or network, or give Java more"
              + " with JAVA_OPTS=-Xmx4g");
    } catch (RuntimeException | Error e) { // no phase that runs may be left behind
      progress.enter(TrainingPhase.FAILED, "this shouldn't happen, please report it: " + e);
    }
  }

  private void learn(TrainingTask ready) {
    Trained trained =
        ready
            .training()
            .withCheckpoint(checkpoint())
            .withListener(progress)
            .run(Files.exists(checkpoint()), () -> stopping);
    if (trained.result().outcome() == Outcome.STOPPED) {
      keepStopped(ready, trained);
      progress.enter(TrainingPhase.STOPPED, trained.result().sentence());
    } else {
      trained.evaluation().ifPresent(judged -> keep(name(), ready, trained, judged));
      deleteCheckpoint();
      progress.enter(TrainingPhase.DONE, trained.result().sentence());
    }
  }

  /** What it has learned until here, under a name of its own: it may go on and learn more. */
  private void keepStopped(TrainingTask ready, Trained trained) {
    TrainingHistory history = trained.result().history();
    if (!history.validations().isEmpty()) {
      progress.enter(TrainingPhase.VALIDATING, "");
      String stopped = name() + "-at-" + history.iterations().size();
      ready
          .training()
          .evaluate(trained.model())
          .ifPresent(judged -> keep(stopped, ready, trained, judged));
    }
  }

  private void keep(String reached, TrainingTask ready, Trained trained, Evaluation judged) {
    var now = TrainingOutcome.of(reached, trained, judged, ready.heldOut(), folder);
    lay(now.model());
    outcome = Optional.of(now);
  }

  /** The one stopped first makes room for the newest. */
  private synchronized void lay(Model made) {
    shelf.add(made);
    onShelf.remove(made.name());
    onShelf.add(made.name());
    if (onShelf.size() > MOST_KEPT) {
      String first = onShelf.iterator().next();
      onShelf.remove(first);
      shelf.remove(first);
    }
  }

  private synchronized void clearShelf() {
    onShelf.forEach(shelf::remove);
    onShelf.clear();
  }

  private void deleteCheckpoint() {
    try {
      Files.deleteIfExists(checkpoint());
    } catch (IOException e) {
      progress.message(checkpoint() + ": the state can't be deleted yet; it goes at the end");
    }
  }

  private Path checkpoint() {
    return folder.resolve("training.checkpoint");
  }

  /** All that there is to know of it now, as JSON's values. */
  Map<String, Object> snapshot() {
    return TrainingFeed.event(this::head, progress.news(TrainingProgress.Seen.NOTHING));
  }

  private Map<String, Object> head() {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("name", name());
    json.put("settings", settings.toJson());
    json.put("result", outcome.isPresent());
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
    clearShelf();
    deleteFiles();
  }

  private void deleteFiles() {
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException e) {
      folder.toFile().deleteOnExit(); // somebody still holds it; it lies with temporary files
    }
  }
}
