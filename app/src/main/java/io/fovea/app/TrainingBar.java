package io.fovea.app;

import io.fovea.learn.IterationPoint;
import io.fovea.learn.TrainingListener;
import io.fovea.learn.ValidationPoint;
import java.io.PrintWriter;

/** Shows on a terminal how far a training is, in one line that changes. */
final class TrainingBar implements TrainingListener {
  private static final int WIDTH = 20;
  private static final long NANOS_BETWEEN = 200_000_000L;
  private static final String AFRESH = "\r\u001b[2K";

  private final PrintWriter err;
  private final TrainingPace pace = new TrainingPace();
  private String validation = "";
  private long drawn = System.nanoTime() - NANOS_BETWEEN;

  TrainingBar(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void preparation(int done, int items) {
    draw(bar(done / (double) items) + " " + TrainingPace.preparation(done, items), done == items);
  }

  @Override
  public void start(long iterations, long perEpoch, long done) {
    message(pace.start(iterations, perEpoch, done));
  }

  @Override
  public void iteration(IterationPoint point) {
    pace.add(point);
    draw(bar(pace.part()) + " " + pace.text() + validation, pace.isAtEnd());
  }

  @Override
  public void validation(ValidationPoint point) {
    validation = ", " + TrainingPace.text(point);
    draw(bar(pace.part()) + " " + pace.text() + validation, true);
    if (pace.isAtEnd()) {
      err.println();
      err.flush();
    }
  }

  private static String bar(double part) {
    int full = (int) (WIDTH * part);
    return "[" + "=".repeat(full) + " ".repeat(WIDTH - full) + "]";
  }

  private void draw(String line, boolean now) {
    if (now || System.nanoTime() - drawn >= NANOS_BETWEEN) {
      drawn = System.nanoTime();
      err.print(AFRESH + Printable.line(line));
      err.flush();
    }
  }

  @Override
  public void message(String sentence) {
    err.println(AFRESH + "fovea: " + Printable.line(sentence));
    err.flush();
  }
}
