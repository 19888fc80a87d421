package io.fovea.app.server;

import io.fovea.zoo.Architectures;
import io.fovea.zoo.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The trainings of a server: one at a time, the last five are remembered with the networks that
 * came out. Their files lie in temporary folders that are deleted at the end. Any number of threads
 * may use one at once.
 */
final class Trainings implements AutoCloseable {
  private static final int REMEMBERED = 5;

  private final Folders folders;
  private final NetworkShelf shelf;
  private final int threads;
  private final List<TrainingJob> jobs = new ArrayList<>();
  private int count;
  private boolean closed;

  private Trainings(Folders folders, NetworkShelf shelf, int threads) {
    this.folders = folders;
    this.shelf = shelf;
    this.threads = threads;
  }

  /**
   * None yet.
   *
   * @param folders that pictures may be in
   * @param shelf where networks come from, and those that come out are laid
   * @param threads how many compute, at least 1
   */
  static Trainings of(Folders folders, NetworkShelf shelf, int threads) {
    return new Trainings(folders, shelf, threads);
  }

  /** The folders that pictures may be in. */
  Folders folders() {
    return folders;
  }

  /** Those that are remembered, the latest last. */
  synchronized List<TrainingJob> all() {
    return List.copyOf(jobs);
  }

  /**
   * The training of this number.
   *
   * @throws RequestException if none is remembered
   */
  synchronized TrainingJob find(int id) {
    return jobs.stream()
        .filter(job -> job.id() == id)
        .findFirst()
        .orElseThrow(
            () -> RequestException.missing("there is no training %d; begin one".formatted(id)));
  }

  /**
   * Checks whether one could begin, before its network is opened.
   *
   * @throws RequestException if another is under way, the folder isn't among those allowed, or the
   *     name is another network's
   */
  void check(TrainingSettings settings) {
    requireIdle();
    folders.resolve(settings.folder());
    requireFreeName(settings);
  }

  private void requireFreeName(TrainingSettings settings) {
    settings.name().ifPresent(name -> TrainedName.requireFree(name, this::isTaken));
  }

  /** Of one that can go on, the network isn't there yet. */
  private boolean isTaken(String name) {
    return shelf.has(name)
        || all().stream().anyMatch(job -> job.canResume() && job.name().equals(name));
  }

  /**
   * Begins one.
   *
   * @throws RequestException if another is under way, the folder isn't among those allowed, or the
   *     name is another network's
   * @throws io.fovea.tensor.FoveaException if there is no such network
   */
  TrainingJob start(TrainingSettings settings) {
    check(settings);
    return start(settings, model(settings)); // opened while others may still ask
  }

  private synchronized TrainingJob start(TrainingSettings settings, Optional<Model> model) {
    requireIdle();
    requireFreeName(settings); // another may have taken it meanwhile
    int id = count + 1;
    String name = settings.name().orElse(TrainedName.of(id));
    var job =
        new TrainingJob(
            id,
            settings,
            () -> TrainingTask.of(settings, folders, model, name, threads),
            folder(name),
            shelf);
    count = id;
    jobs.add(job);
    job.start();
    forgetOld();
    return job;
  }

  private Optional<Model> model(TrainingSettings settings) {
    if (!settings.scratch()) {
      return Optional.of(shelf.model(settings.network()));
    }
    if (!Architectures.names().contains(settings.network())) {
      throw RequestException.wrong(
          "%s: there is no architecture of this name; known ones: %s"
              .formatted(settings.network(), String.join(", ", Architectures.names())));
    }
    return Optional.empty();
  }

  private static Path folder(String name) {
    try {
      return Files.createTempDirectory("fovea-" + name + "-");
    } catch (IOException e) {
      throw RequestException.wrong(
          "the training's files can't be written (%s); make room on the disk"
              .formatted(e.getMessage()));
    }
  }

  /**
   * Goes on with one that was stopped.
   *
   * @throws RequestException if it wasn't, or another is under way
   */
  synchronized TrainingJob resume(int id) {
    TrainingJob job = find(id);
    requireIdle();
    if (!job.canResume()) {
      throw RequestException.wrong(
          "%s: this training can't go on, it is %s; begin another"
              .formatted(job.name(), job.phase().word()));
    }
    job.start();
    return job;
  }

  private synchronized void requireIdle() {
    if (closed) {
      throw RequestException.busy("the server ends; start it again to train");
    }
    jobs.stream()
        .filter(job -> job.phase().isRunning())
        .findFirst()
        .ifPresent(
            job -> {
              throw RequestException.wrong(
                  "%s is being trained; stop it first, or wait for its end".formatted(job.name()));
            });
  }

  private void forgetOld() {
    while (jobs.size() > REMEMBERED) {
      jobs.remove(0).close();
    }
  }

  /** Stops what is under way and deletes all files. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    all().forEach(TrainingJob::close);
  }
}
