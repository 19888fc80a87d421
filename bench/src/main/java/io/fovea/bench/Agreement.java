package io.fovea.bench;

import java.util.List;

/** Makes sure that candidates do the same job before their times are compared. */
final class Agreement {
  private static final double TOLERANCE = 1e-3;

  private Agreement() {}

  /**
   * Runs each one once and compares what they give.
   *
   * @throws BenchException if one gives something else than the first that gives anything
   */
  static void check(List<Candidate> candidates) {
    String witness = "";
    float[] expected = {};
    for (Candidate candidate : candidates) {
      float[] result = candidate.run().clone();
      if (result.length == 0) {
        continue;
      }
      if (expected.length == 0) {
        witness = candidate.name();
        expected = result;
      } else if (distance(expected, result) > TOLERANCE) {
        throw new BenchException(
            "%s and %s don't give the same result (relative difference %.2g), so their times can't be compared"
                .formatted(witness, candidate.name(), distance(expected, result)));
      }
    }
  }

  /** ‖b − a‖ / ‖a‖, infinite where their lengths differ. */
  static double distance(float[] a, float[] b) {
    if (a.length != b.length) {
      return Double.POSITIVE_INFINITY;
    }
    double difference = 0;
    double size = 0;
    for (int i = 0; i < a.length; i++) {
      difference += ((double) b[i] - a[i]) * ((double) b[i] - a[i]);
      size += (double) a[i] * a[i];
    }
    return Math.sqrt(difference / size);
  }
}
