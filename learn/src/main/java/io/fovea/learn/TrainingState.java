package io.fovea.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a training stands, complete: what a checkpoint saves, and all that a resumed training
 * needs. Not for two threads at once.
 */
final class TrainingState {
  private final Learned learned;
  private final List<IterationPoint> iterations = new ArrayList<>();
  private final List<ValidationPoint> validations = new ArrayList<>();
  private int epoch;
  private int position;
  private long iteration;
  private int waited;
  private double seconds;
  private Best best;
  private Optional<Snapshot> unproven = Optional.empty();

  TrainingState(Learned learned) {
    this.learned = learned;
    this.best = Best.unjudged(learned.snapshot());
  }

  Learned learned() {
    return learned;
  }

  /** The epoch that is going on, from 0. */
  int epoch() {
    return epoch;
  }

  /** How many of its batches are done. */
  int position() {
    return position;
  }

  /** How many iterations are done, over all epochs. */
  long iteration() {
    return iteration;
  }

  /** How many validations there have been since the best one. */
  int waited() {
    return waited;
  }

  /** How long the iterations took. */
  double seconds() {
    return seconds;
  }

  Best best() {
    return best;
  }

  TrainingHistory history() {
    return new TrainingHistory(iterations, validations);
  }

  void add(IterationPoint point) {
    unproven.ifPresent(snapshot -> best = Best.unjudged(snapshot));
    unproven = Optional.empty();
    iterations.add(point);
    iteration = point.iteration();
    seconds = point.seconds();
    position++;
  }

  void endEpoch() {
    epoch++;
    position = 0;
  }

  /**
   * Takes in a validation; keeps the network where none was better. What was judged on pictures of
   * another size doesn't compare: where they grow, the best is looked for anew.
   */
  ValidationPoint add(Score score, SizeSchedule sizes) {
    int ofEpoch = iterations.get(iterations.size() - 1).epoch();
    boolean better =
        Double.isFinite(score.loss()) && (!isComparable(ofEpoch, sizes) || best.isBeatenBy(score));
    if (better) {
      best = new Best(learned.snapshot(), score.loss(), score.accuracy());
    }
    waited = better ? 0 : waited + 1;
    var point = new ValidationPoint(ofEpoch, iteration, score.loss(), score.accuracy(), better);
    validations.add(point);
    return point;
  }

  private boolean isComparable(int ofEpoch, SizeSchedule sizes) {
    return !validations.isEmpty()
        && sizes
            .at(validations.get(validations.size() - 1).epoch() - 1)
            .equals(sizes.at(ofEpoch - 1));
  }

  /**
   * Keeps the network unjudged, as one that can be gone back to, once the next iteration finds that
   * its loss is a number.
   */
  void keep() {
    unproven = Optional.of(learned.snapshot());
  }

  /** Goes on where a checkpoint was written; what is learned is restored apart. */
  void restore(Position at, Best restoredBest, TrainingHistory history) {
    epoch = at.epoch();
    position = at.position();
    iteration = at.iteration();
    waited = at.waited();
    seconds = at.seconds();
    best = restoredBest;
    iterations.addAll(history.iterations());
    validations.addAll(history.validations());
  }

  /** The numbers of a state. */
  record Position(int epoch, int position, long iteration, int waited, double seconds) {}

  Position at() {
    return new Position(epoch, position, iteration, waited, seconds);
  }
}
