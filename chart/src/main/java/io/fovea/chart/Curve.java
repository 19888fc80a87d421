package io.fovea.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A curve on a canvas as pieces without gaps, each with no more points than can be seen: of the
 * points in one column the first, the lowest, the highest and the last.
 */
final class Curve {
  private static final double COLUMN = 0.5;

  private final double[] x;
  private final double[] y;

  private Curve(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /**
   * A curve of points on a canvas.
   *
   * @param x ascending
   * @param y as many; where one is not finite the curve has a gap
   */
  static Curve of(double[] x, double[] y) {
    return new Curve(x, y);
  }

  /** Draws it; a point alone becomes a dot. */
  void draw(Canvas canvas, Canvas.Pen pen) {
    for (int[] piece : pieces()) {
      if (piece.length == 1) {
        canvas.dot(x[piece[0]], y[piece[0]], 1.5 * pen.width(), pen.rgb());
      } else {
        canvas.line(at(x, piece), at(y, piece), pen);
      }
    }
  }

  /** The numbers of the points that are drawn, a list for each piece. */
  List<int[]> pieces() {
    var pieces = new ArrayList<int[]>();
    int start = 0;
    while (start < y.length) {
      int end = start;
      while (end < y.length && Double.isFinite(y[end])) {
        end++;
      }
      if (end > start) {
        pieces.add(thinned(start, end));
      }
      start = end + 1;
    }
    return pieces;
  }

  private int[] thinned(int start, int end) {
    var kept = IntStream.builder();
    int first = start;
    while (first < end) {
      int last = first;
      int lowest = first;
      int highest = first;
      while (last + 1 < end && column(last + 1) == column(first)) {
        last++;
        lowest = y[last] < y[lowest] ? last : lowest;
        highest = y[last] > y[highest] ? last : highest;
      }
      IntStream.of(first, lowest, highest, last).sorted().distinct().forEach(kept);
      first = last + 1;
    }
    return kept.build().toArray();
  }

  private long column(int point) {
    return (long) Math.floor(x[point] / COLUMN);
  }

  private static double[] at(double[] values, int[] points) {
    return Arrays.stream(points).mapToDouble(point -> values[point]).toArray();
  }
}
