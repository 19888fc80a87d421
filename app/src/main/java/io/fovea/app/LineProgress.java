package io.fovea.app;

import java.io.PrintWriter;
import java.util.Locale;

/** A line now and then. */
final class LineProgress implements Progress {
  private static final long NANOS_BETWEEN = 5_000_000_000L;

  private final int steps;
  private final PrintWriter err;
  private int done;
  private long said = System.nanoTime();

  LineProgress(int steps, PrintWriter err) {
    this.steps = steps;
    this.err = err;
  }

  @Override
  public void step() {
    done++;
    if (System.nanoTime() - said >= NANOS_BETWEEN) {
      said = System.nanoTime();
      say(String.format(Locale.ROOT, "%,d of %,d done", done, steps));
    }
  }

  @Override
  public void say(String sentence) {
    err.println("fovea: " + Printable.line(sentence));
    err.flush();
  }

  @Override
  public void close() {
    // nothing is open
  }
}
