package io.fovea;

import io.fovea.learn.IterationPoint;
import io.fovea.learn.TrainingHistory;
import io.fovea.learn.TrainingListener;
import io.fovea.learn.ValidationPoint;
import java.util.function.BooleanSupplier;

/** Tells another listener all, and stops the training where that is wanted. */
final class StoppingListener implements TrainingListener {
  private final TrainingListener listener;
  private final BooleanSupplier stop;
  private Runnable stopping = () -> {};

  StoppingListener(TrainingListener listener, BooleanSupplier stop) {
    this.listener = listener;
    this.stop = stop;
  }

  /** What stops the training. */
  void stops(Runnable newStopping) {
    stopping = newStopping;
  }

  @Override
  public void preparation(int done, int items) {
    listener.preparation(done, items);
    stopWhereWanted();
  }

  @Override
  public void start(long iterations, long perEpoch, long done) {
    listener.start(iterations, perEpoch, done);
  }

  @Override
  public void iteration(IterationPoint point) {
    listener.iteration(point);
    stopWhereWanted();
  }

  private void stopWhereWanted() {
    if (stop.getAsBoolean()) {
      stopping.run();
    }
  }

  @Override
  public void validation(ValidationPoint point) {
    listener.validation(point);
  }

  @Override
  public void epoch(int epoch, TrainingHistory history) {
    listener.epoch(epoch, history);
  }

  @Override
  public void message(String sentence) {
    listener.message(sentence);
  }
}
