package io.fovea.learn;

import io.fovea.engine.TrainingRequest;
import io.fovea.network.Network;
import io.fovea.network.Size;
import java.util.Optional;

/** Judges a network by data that it doesn't learn from. */
final class Validation {
  /** The sums over all batches so far. */
  private static final class Sums {
    double loss;
    int correct;
    int items;
  }

  private Validation() {}

  /** Loss and accuracy over all items, at this size of pictures. */
  static Score of(Network network, TrainingData data, Optional<Size> size, Course course) {
    String scores = TrainingRequest.of(network, 1).of();
    var sums = new Sums();
    Sweep.over(
        network,
        scores,
        data,
        Order.plain(course.batch()).withSize(size),
        course.threads(),
        (items, activation) -> {
          Loss loss = CrossEntropy.standard().of(activation, items.labels());
          sums.loss += loss.mean() * items.labels().length;
          sums.correct += loss.correct();
          sums.items += items.labels().length;
          return true;
        });
    return new Score(sums.loss / sums.items, sums.correct / (double) sums.items);
  }
}
