package io.fovea.bench;

import java.time.Instant;

/**
 * When something was asked of the page, and when it was there; milliseconds of the browser's clock
 * since the page's own beginning.
 *
 * @param origin the page's beginning, milliseconds since 1970
 * @param start when it was asked: the event's own time
 * @param painted when it was painted into the page
 * @param shown when a frame that holds it was through: at the latest then it is seen
 */
record PageMoment(double origin, double start, double painted, double shown) {
  private static final double NANOSECONDS = 1e6;
  private static final double MILLISECONDS = 1e3;

  /** Milliseconds from the question to what was painted. */
  double untilPainted() {
    return painted - start;
  }

  /** Milliseconds from the question to the frame that shows it. */
  double untilShown() {
    return shown - start;
  }

  /** Milliseconds from another moment of this machine's clock to what was painted. */
  double paintedSince(Instant begin) {
    return origin
        + painted
        - (begin.getEpochSecond() * MILLISECONDS + begin.getNano() / NANOSECONDS);
  }

  /** Milliseconds from another moment of this machine's clock to the frame that shows it. */
  double shownSince(Instant begin) {
    return paintedSince(begin) + shown - painted;
  }
}
