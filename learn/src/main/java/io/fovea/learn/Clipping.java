package io.fovea.learn;

import java.util.List;
import java.util.Locale;

/**
 * Keeps gradients from growing too large before a step (Pascanu, Mikolov and Bengio, "On the
 * difficulty of training recurrent neural networks", 2013).
 *
 * @param kind what is limited
 * @param threshold the greatest norm or magnitude, greater than 0; infinite where nothing is
 *     clipped
 */
public record Clipping(Kind kind, double threshold) {
  /** What is limited. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** The square root of the sum of all squared gradients: all of them are scaled alike. */
    NORM,
    /** The magnitude of each value by itself. */
    VALUE
  }

  private static final String EXAMPLE = "norm:5, value:0.1 or none";

  /**
   * Checks the threshold.
   *
   * @throws TrainingException if it isn't greater than 0
   */
  public Clipping {
    if (kind != Kind.NONE) {
      Checks.positive("the threshold of gradients", threshold);
    }
  }

  /** Gradients stay as they are. */
  public static Clipping none() {
    return new Clipping(Kind.NONE, Double.POSITIVE_INFINITY);
  }

  /** All gradients together get a norm of at most this. */
  public static Clipping norm(double threshold) {
    return new Clipping(Kind.NORM, threshold);
  }

  /** Each gradient gets a magnitude of at most this. */
  public static Clipping value(double threshold) {
    return new Clipping(Kind.VALUE, threshold);
  }

  /**
   * Reads {@code none}, {@code norm:5} or {@code value:0.1}.
   *
   * @throws TrainingException if it is none of these
   */
  public static Clipping parse(String text) {
    String[] parts = text.strip().toLowerCase(Locale.ROOT).split(":", 2);
    if (parts.length == 1 && parts[0].equals("none")) {
      return none();
    }
    if (parts.length == 2 && parts[0].equals("norm")) {
      return norm(Numbers.parse(parts[1], text, EXAMPLE));
    }
    if (parts.length == 2 && parts[0].equals("value")) {
      return value(Numbers.parse(parts[1], text, EXAMPLE));
    }
    throw new TrainingException(
        "gradients can't be clipped by \"%s\"; write it as in %s".formatted(text, EXAMPLE));
  }

  /** Clips the gradients of all learnable parameters in place. */
  void apply(List<float[]> gradients) {
    switch (kind) {
      case NONE -> {}
      case NORM -> {
        double norm = norm(gradients);
        if (norm > threshold) {
          scale(gradients, (float) (threshold / norm));
        }
      }
      case VALUE -> gradients.forEach(this::limit);
    }
  }

  /** The square root of the sum of all squares; not finite as soon as one value isn't. */
  static double norm(List<float[]> gradients) {
    double sum = 0;
    for (float[] gradient : gradients) {
      for (float value : gradient) {
        sum += (double) value * value;
      }
    }
    return Math.sqrt(sum);
  }

  private static void scale(List<float[]> gradients, float factor) {
    for (float[] gradient : gradients) {
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] *= factor;
      }
    }
  }

  private void limit(float[] gradient) {
    float most = (float) threshold;
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = Math.max(-most, Math.min(most, gradient[i]));
    }
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return kind == Kind.NONE
        ? "none"
        : kind.name().toLowerCase(Locale.ROOT) + ":" + Numbers.text(threshold);
  }
}
