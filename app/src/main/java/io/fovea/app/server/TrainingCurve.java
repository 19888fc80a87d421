package io.fovea.app.server;

import io.fovea.learn.IterationPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Loss and accuracy over the iterations of a training, in at most 2,000 points: when there are
 * more, each two become one, their mean. One thread at a time.
 */
final class TrainingCurve {
  private static final int MOST = 2_000;

  /**
   * The mean of some iterations.
   *
   * @param iteration the last of them
   * @param epoch of that
   * @param loss their mean loss
   * @param accuracy their mean accuracy, 0 to 1
   */
  record Point(long iteration, int epoch, double loss, double accuracy) {
    private Point with(Point later) {
      return new Point(
          later.iteration, later.epoch, (loss + later.loss) / 2, (accuracy + later.accuracy) / 2);
    }

    List<Object> toJson() {
      return List.of(iteration, epoch, loss, accuracy);
    }
  }

  private final List<Point> points = new ArrayList<>();
  private final List<IterationPoint> waiting = new ArrayList<>();
  private int each = 1;
  private int version;

  /** Takes in the next iteration. */
  void add(IterationPoint point) {
    waiting.add(point);
    if (waiting.size() == each) {
      flush();
    }
    if (points.size() > MOST) {
      halve();
    }
  }

  private void flush() {
    IterationPoint last = waiting.get(waiting.size() - 1);
    points.add(
        new Point(
            last.iteration(),
            last.epoch(),
            waiting.stream().mapToDouble(IterationPoint::loss).average().orElse(0),
            waiting.stream().mapToDouble(IterationPoint::accuracy).average().orElse(0)));
    waiting.clear();
  }

  /** The last one stays alone where their number is odd. */
  private void halve() {
    var old = List.copyOf(points);
    points.clear();
    for (int i = 0; i < old.size(); i += 2) {
      points.add(i + 1 < old.size() ? old.get(i).with(old.get(i + 1)) : old.get(i));
    }
    each *= 2;
    version++;
  }

  /** Forgets what is behind this iteration: a training goes on from there. */
  void cut(long iteration) {
    boolean shorter = points.removeIf(point -> point.iteration > iteration);
    waiting.removeIf(point -> point.iteration() > iteration);
    version += shorter ? 1 : 0;
  }

  /** Changes whenever points change that were there already. */
  int version() {
    return version;
  }

  /** How many points there are. */
  int size() {
    return points.size();
  }

  /** The points from this index on, from 0. */
  List<Point> from(int index) {
    return List.copyOf(points.subList(index, points.size()));
  }
}
