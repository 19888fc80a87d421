package io.fovea;

import java.util.Locale;

/**
 * One class and its score.
 *
 * @param index which class, from 0; two classes may have one label
 * @param label the class's name, or its number where it has none
 * @param score from 0 to 1; those of all classes add up to 1
 */
public record Prediction(int index, String label, float score) {
  /** {@code Samoyed, Samoyede (258) 0.874}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s (%d) %.3f", label, index, score);
  }
}
