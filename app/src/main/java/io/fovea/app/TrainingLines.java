package io.fovea.app;

import io.fovea.learn.IterationPoint;
import io.fovea.learn.TrainingListener;
import io.fovea.learn.ValidationPoint;
import java.io.PrintWriter;
import java.util.Locale;

/** Says in a line now and then how far a training is. */
final class TrainingLines implements TrainingListener {
  private static final double SECONDS_BETWEEN = 10;

  private final PrintWriter err;
  private final TrainingPace pace = new TrainingPace();
  private double said;

  TrainingLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void preparation(int done, int items) {
    if (done == items) {
      message(
          String.format(
              Locale.ROOT, "the frozen layers' activations of %,d pictures are computed", items));
    }
  }

  @Override
  public void start(long iterations, long perEpoch, long done) {
    pace.start(iterations, perEpoch, done);
    message(
        String.format(
            Locale.ROOT,
            done == 0
                ? "%,d iterations, %,d an epoch"
                : "%,d iterations, %,d an epoch; %,d are done already",
            iterations,
            perEpoch,
            done));
  }

  @Override
  public void iteration(IterationPoint point) {
    pace.add(point);
    if (point.seconds() - said >= SECONDS_BETWEEN || pace.isAtEndOfEpoch()) {
      said = point.seconds();
      message(pace.text());
    }
  }

  @Override
  public void validation(ValidationPoint point) {
    message(TrainingPace.text(point));
  }

  @Override
  public void message(String sentence) {
    err.println("fovea: " + Printable.line(sentence));
    err.flush();
  }
}
