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
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What one training does while it runs, and what it leaves: the networks on the shelf, and its
 * files. One thread at a time runs it; any number may ask what came out.
 */
final class TrainingRun {
  /** Networks of one training that are kept: that of its end, or of its last stops. */
  private static final int MOST_KEPT = 3;

  private final String name;
  private final Supplier<TrainingTask> preparation;
  private final Path folder;
  private final NetworkShelf shelf;
  private final TrainingProgress progress;
  private final Set<String> onShelf = new LinkedHashSet<>();
  private volatile Optional<TrainingOutcome> outcome = Optional.empty();
  private Optional<TrainingTask> task = Optional.empty();

  /**
   * One that hasn't begun.
   *
   * @param name of the network that comes out
   * @param preparation makes it ready, when it begins
   * @param folder for its checkpoint and files, its own
   * @param shelf is given the networks that come out
   * @param progress is told how it goes
   */
  TrainingRun(
      String name,
      Supplier<TrainingTask> preparation,
      Path folder,
      NetworkShelf shelf,
      TrainingProgress progress) {
    this.name = name;
    this.preparation = preparation;
    this.folder = folder;
    this.shelf = shelf;
    this.progress = progress;
  }

  /** What came out, once it is done, or was stopped after an epoch. */
  Optional<TrainingOutcome> outcome() {
    return outcome;
  }

  /** Whether it left off somewhere. */
  boolean leftOff() {
    return Files.exists(checkpoint());
  }

  /** Learns, from where it left off, until it is done or stopped; whatever fails is its phase. */
  void run(BooleanSupplier stopping) {
    try {
      if (task.isEmpty()) {
        task = Optional.of(preparation.get());
      }
      if (stopping.getAsBoolean()) {
        progress.enter(TrainingPhase.STOPPED, "");
      } else {
        learn(task.get(), stopping);
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

  private void learn(TrainingTask ready, BooleanSupplier stopping) {
    Trained trained =
        ready
            .training()
            .withCheckpoint(checkpoint())
            .withListener(progress)
            .run(leftOff(), stopping);
    if (trained.result().outcome() == Outcome.STOPPED) {
      keepStopped(ready, trained);
      progress.enter(TrainingPhase.STOPPED, trained.result().sentence());
    } else {
      trained.evaluation().ifPresent(judged -> keep(name, ready, trained, judged));
      deleteCheckpoint();
      progress.enter(TrainingPhase.DONE, trained.result().sentence());
    }
  }

  /** What it has learned until here, under a name of its own: it may go on and learn more. */
  private void keepStopped(TrainingTask ready, Trained trained) {
    TrainingHistory history = trained.result().history();
    if (!history.validations().isEmpty()) {
      progress.enter(TrainingPhase.VALIDATING, "");
      String stopped = TrainedName.stopped(name, history.iterations().size());
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

  /** Takes its networks off the shelf and deletes its files. */
  void clear() {
    clearShelf();
    deleteFiles();
  }

  private synchronized void clearShelf() {
    onShelf.forEach(shelf::remove);
    onShelf.clear();
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
