package io.fovea.app;

import io.fovea.learn.IterationPoint;
import io.fovea.learn.TrainingListener;
import io.fovea.learn.ValidationPoint;
import java.io.PrintWriter;

/** Says in a line now and then how far a training is. */
final class TrainingLines implements TrainingListener {
  private static final double SECONDS_BETWEEN = 10;
  private static final double SECONDS_BETWEEN_VALIDATIONS = 2;

  private final PrintWriter err;
  private final TrainingPace pace = new TrainingPace();
  private double said = Double.NEGATIVE_INFINITY;

  TrainingLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void preparation(int done, int items) {
    if (done == items) {
      message(TrainingPace.preparation(done, items));
    }
  }

  @Override
  public void start(long iterations, long perEpoch, long done) {
    message(pace.start(iterations, perEpoch, done));
  }

  @Override
  public void iteration(IterationPoint point) {
    pace.add(point);
    say("", SECONDS_BETWEEN);
  }

  @Override
  public void validation(ValidationPoint point) {
    say(", " + TrainingPace.text(point), pace.isAtEnd() ? 0 : SECONDS_BETWEEN_VALIDATIONS);
  }

  private void say(String more, double between) {
    if (pace.seconds() - said >= between) {
      said = pace.seconds();
      message(pace.text() + more);
    }
  }

  @Override
  public void message(String sentence) {
    err.println("fovea: " + Printable.line(sentence));
    err.flush();
  }
}
