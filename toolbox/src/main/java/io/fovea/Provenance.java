package io.fovea;

import io.fovea.learn.ConfusionMatrix;
import io.fovea.learn.Evaluation;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the card says of a training.
 *
 * @param dataset what the pictures are
 * @param licence that of the pictures, or empty
 * @param recipe how to do it again
 */
record Provenance(String dataset, String licence, String recipe) {
  io.fovea.zoo.Training training(long seed, Optional<Evaluation> evaluation) {
    var training = io.fovea.zoo.Training.of(dataset, licence, recipe, seed);
    return evaluation
        .map(measured -> training.withAccuracy(measured.top1(), recalls(measured.confusion())))
        .orElse(training);
  }

  private static Map<String, Double> recalls(ConfusionMatrix confusion) {
    var recalls = new TreeMap<String, Double>();
    for (int i = 0; i < confusion.classes().size(); i++) {
      if (confusion.actual(i) > 0) {
        recalls.put(confusion.classes().get(i), confusion.recall(i));
      }
    }
    return recalls;
  }
}
