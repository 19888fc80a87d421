package io.fovea.app;

import io.fovea.learn.IterationPoint;
import io.fovea.learn.TrainingHistory;
import io.fovea.learn.TrainingListener;
import io.fovea.learn.ValidationPoint;

/**
 * Tells a person how a training goes, and writes its files after every epoch.
 *
 * @param progress tells the person
 * @param files are written
 */
record WatchedTraining(TrainingListener progress, TrainingFiles files) implements TrainingListener {
  /** A bar where errors go to a terminal, else lines. */
  static WatchedTraining of(Surroundings surroundings, TrainingFiles files) {
    return new WatchedTraining(
        surroundings.terminals().error()
            ? new TrainingBar(surroundings.err())
            : new TrainingLines(surroundings.err()),
        files);
  }

  @Override
  public void preparation(int done, int items) {
    progress.preparation(done, items);
  }

  @Override
  public void start(long iterations, long perEpoch, long done) {
    progress.start(iterations, perEpoch, done);
  }

  @Override
  public void iteration(IterationPoint point) {
    progress.iteration(point);
  }

  @Override
  public void validation(ValidationPoint point) {
    progress.validation(point);
  }

  @Override
  public void epoch(int epoch, TrainingHistory history) {
    files.write(history);
  }

  @Override
  public void message(String sentence) {
    progress.message(sentence);
  }
}
