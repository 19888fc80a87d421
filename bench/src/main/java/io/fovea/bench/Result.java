package io.fovea.bench;

import java.util.List;

/**
 * What came out for one job.
 *
 * @param job its name
 * @param measurements one for each candidate, Fovea's first
 */
record Result(String job, List<Measurement> measurements) {
  /** Fovea's time over each other candidate's. */
  List<Ratio> ratios() {
    Measurement fovea = measurements.get(0);
    return measurements.stream().skip(1).map(fovea::over).toList();
  }
}
