package io.fovea.learn;

import java.util.Locale;

/**
 * How the learn rate changes in the course of a training, as a factor of the rate that was asked
 * for; it is worked out anew for each iteration.
 *
 * @param kind the curve
 * @param factor what a step multiplies the rate with, greater than 0 and at most 1; 1 for others
 * @param every after how many epochs a step comes, at least 1; 1 for others
 * @param warmUp for how many epochs the rate rises in a straight line from 0 before the curve
 *     begins, at least 0
 */
public record Schedule(Kind kind, double factor, int every, int warmUp) {
  /** The curve, between the end of the warm-up and the end of the training. */
  public enum Kind {
    /** The rate stays. */
    CONSTANT,
    /** The rate is multiplied with the factor every so many epochs, counted from the first. */
    STEP,
    /**
     * The rate falls as half a cosine from 1 to 0 (Loshchilov and Hutter, "SGDR", 2017, without
     * restarts).
     */
    COSINE,
    /**
     * The rate rises as half a cosine from 1/25 to 1 for three tenths of the training and then
     * falls alike to 1/250,000 (Smith and Topin, "Super-Convergence", 2018).
     */
    ONECYCLE
  }

  private static final String EXAMPLE =
      "constant, step:0.1/10, cosine or onecycle, and warm-up as in cosine,warmup=3";

  private static final double RISE = 0.3;
  private static final double FIRST = 1.0 / 25;
  private static final double LAST = FIRST / 1e4;

  /**
   * Checks the numbers.
   *
   * @throws TrainingException if one is out of its range
   */
  public Schedule {
    if (!(factor > 0 && factor <= 1)) {
      throw new TrainingException(
          "the factor of a schedule must be greater than 0 and at most 1, not "
              + Numbers.text(factor));
    }
    Checks.atLeast("the epochs between two steps of a schedule", every, 1);
    Checks.atLeast("the epochs of a schedule's warm-up", warmUp, 0);
    if (kind == Kind.ONECYCLE && warmUp > 0) {
      throw new TrainingException("onecycle rises by itself; leave its warm-up away");
    }
  }

  /** The rate stays as it is. */
  public static Schedule constant() {
    return new Schedule(Kind.CONSTANT, 1, 1, 0);
  }

  /** The rate is multiplied with the factor after every so many epochs. */
  public static Schedule step(double factor, int epochs) {
    return new Schedule(Kind.STEP, factor, epochs, 0);
  }

  /** The rate falls to 0 as half a cosine. */
  public static Schedule cosine() {
    return new Schedule(Kind.COSINE, 1, 1, 0);
  }

  /** The rate rises and falls once. */
  public static Schedule oneCycle() {
    return new Schedule(Kind.ONECYCLE, 1, 1, 0);
  }

  /** The same with another number of epochs of warm-up. */
  public Schedule withWarmUp(int epochs) {
    return new Schedule(kind, factor, every, epochs);
  }

  /**
   * What the rate is multiplied with in an iteration.
   *
   * @param iteration from 0
   * @param perEpoch iterations of an epoch
   * @param epochs how many epochs the training has in all
   * @return from 0 to 1
   */
  public double at(long iteration, long perEpoch, long epochs) {
    long warm = Math.min(warmUp, epochs) * perEpoch;
    if (iteration < warm) {
      return (iteration + 1) / (double) warm;
    }
    double progress = (iteration - warm) / (double) Math.max(1, perEpoch * epochs - warm);
    return switch (kind) {
      case CONSTANT -> 1;
      case STEP -> Math.pow(factor, iteration / perEpoch / every);
      case COSINE -> between(1, 0, progress);
      case ONECYCLE ->
          progress < RISE
              ? between(FIRST, 1, progress / RISE)
              : between(1, LAST, (progress - RISE) / (1 - RISE));
    };
  }

  private static double between(double from, double to, double progress) {
    return to + (from - to) * (1 + Math.cos(Math.PI * progress)) / 2;
  }

  /**
   * Reads {@code constant}, {@code step:0.1/10} (times 0.1 every 10 epochs), {@code cosine} or
   * {@code onecycle}, and {@code ,warmup=3} behind it.
   *
   * @throws TrainingException if it is none of these
   */
  public static Schedule parse(String text) {
    String[] parts = text.strip().toLowerCase(Locale.ROOT).split(",", 2);
    Schedule curve = curve(parts[0].strip(), text);
    if (parts.length == 1) {
      return curve;
    }
    String[] warm = parts[1].strip().split("=", 2);
    if (warm.length != 2 || !warm[0].equals("warmup")) {
      throw unknown(text);
    }
    return curve.withWarmUp(Numbers.parseWhole(warm[1], text, EXAMPLE));
  }

  private static Schedule curve(String word, String whole) {
    if (word.startsWith("step:")) {
      String[] numbers = word.substring("step:".length()).split("/", 2);
      if (numbers.length == 2) {
        return step(
            Numbers.parse(numbers[0], whole, EXAMPLE),
            Numbers.parseWhole(numbers[1], whole, EXAMPLE));
      }
    }
    return switch (word) {
      case "constant" -> constant();
      case "cosine" -> cosine();
      case "onecycle" -> oneCycle();
      default -> throw unknown(whole);
    };
  }

  private static TrainingException unknown(String text) {
    return new TrainingException(
        "there is no schedule \"%s\"; write %s".formatted(text.strip(), EXAMPLE));
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    String curve =
        kind == Kind.STEP
            ? "step:" + Numbers.text(factor) + "/" + every
            : kind.name().toLowerCase(Locale.ROOT);
    return warmUp == 0 ? curve : curve + ",warmup=" + warmUp;
  }
}
