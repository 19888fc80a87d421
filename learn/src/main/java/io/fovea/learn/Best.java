package io.fovea.learn;

/**
 * The best that a training has had so far.
 *
 * @param snapshot what the learning layers held
 * @param loss of its validation; infinite where there was none
 * @param accuracy of its validation; 0 where there was none
 */
record Best(Snapshot snapshot, double loss, double accuracy) {
  /** What is kept where nothing is validated. */
  static Best unjudged(Snapshot snapshot) {
    return new Best(snapshot, Double.POSITIVE_INFINITY, 0);
  }

  /** Whether another's validation is better: more told right, or as many with a smaller loss. */
  boolean isBeatenBy(Score score) {
    return score.accuracy() > accuracy || score.accuracy() == accuracy && score.loss() < loss;
  }
}
