package io.fovea.zoo;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How a network came to its weights: enough to train it again.
 *
 * @param dataset what it was trained on
 * @param datasetLicence the licence of that as its owner states it, or empty
 * @param recipe how: the command, or a sentence
 * @param seed of everything random in it
 * @param accuracy the part, from 0 to 1, of pictures that it wasn't trained on whose class it tells
 * @param classAccuracy the same of the pictures of each class, by its name, sorted; empty where not
 *     measured
 */
public record Training(
    String dataset,
    String datasetLicence,
    String recipe,
    long seed,
    OptionalDouble accuracy,
    Map<String, Double> classAccuracy) {

  /**
   * Checks the fractions, and keeps a copy of the map.
   *
   * @throws ZooException if one isn't from 0 to 1
   */
  public Training {
    accuracy.ifPresent(fraction -> check("accuracy", fraction));
    classAccuracy.forEach((name, fraction) -> check("accuracy of " + name, fraction));
    classAccuracy = Collections.unmodifiableMap(new TreeMap<>(classAccuracy));
  }

  /** A training whose outcome wasn't measured. */
  public static Training of(String dataset, String datasetLicence, String recipe, long seed) {
    return new Training(dataset, datasetLicence, recipe, seed, OptionalDouble.empty(), Map.of());
  }

  /** The same with its outcome, from 0 to 1. */
  public Training withAccuracy(double newAccuracy, Map<String, Double> newClassAccuracy) {
    return new Training(
        dataset, datasetLicence, recipe, seed, OptionalDouble.of(newAccuracy), newClassAccuracy);
  }

  private static void check(String what, double fraction) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new ZooException(
          "%s is %s, but must be a fraction from 0 to 1".formatted(what, fraction));
    }
  }
}
