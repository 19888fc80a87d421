package io.fovea.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Where epochs begin and end along the iterations.
 *
 * @param bands in order
 */
record Epochs(List<Band> bands) {
  private static final int[] FACTORS = {1, 2, 5};

  /**
   * One epoch.
   *
   * @param from the iteration it begins after
   * @param to its last iteration
   */
  record Band(int epoch, int from, int to) {}

  /** The epochs of points that are in order; the first begins after iteration 0. */
  static Epochs of(List<TrainingPlot.Point> points) {
    var bands = new ArrayList<Band>();
    int from = 0;
    for (int i = 0; i < points.size(); i++) {
      var point = points.get(i);
      if (i + 1 == points.size() || points.get(i + 1).epoch() != point.epoch()) {
        bands.add(new Band(point.epoch(), from, point.iteration()));
        from = point.iteration();
      }
    }
    return new Epochs(List.copyOf(bands));
  }

  /**
   * Every how many epochs a number fits in: 1, 2, 5, 10, 20, …
   *
   * @param width of all bands in points
   * @param room what one number needs in points
   */
  int labelStep(double width, double room) {
    for (int power = 1; ; power *= 10) {
      for (int factor : FACTORS) {
        if (factor * power * width / bands.size() >= room || factor * power >= bands.size()) {
          return factor * power;
        }
      }
    }
  }
}
