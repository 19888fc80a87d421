package io.fovea.app.server;

import java.util.function.Predicate;
import java.util.stream.Stream;

/** What networks that are trained here are called: by the server itself, or by a person. */
final class TrainedName {
  private static final int MOST = 60;
  private static final String POSSIBLE = "[A-Za-z0-9][A-Za-z0-9._-]{0,%d}".formatted(MOST - 1);
  private static final String OURS = "trained-\\d+|.+-at-\\d+";
  private static final String EXAMPLE = "pets";

  private TrainedName() {}

  /**
   * What the network of a training is called that nobody gave a name, such as {@code trained-1}.
   */
  static String of(int training) {
    return "trained-" + training;
  }

  /** What a network is called that was stopped, such as {@code trained-1-at-60}. */
  static String stopped(String name, int iteration) {
    return name + "-at-" + iteration;
  }

  /** Whether a name is one that only a training gives. */
  static boolean isOurs(String name) {
    return name.matches(OURS);
  }

  /**
   * Checks a name that a person gave: it is a file's name too.
   *
   * @throws RequestException if it can't be one
   */
  static void require(String name) {
    if (!name.matches(POSSIBLE)) {
      throw RequestException.wrong(
          "%s: a name has at most %d letters a to z, digits, -, _ and ., and begins with a letter or digit; %s would do"
              .formatted(shown(name), MOST, fitting(name)));
    }
    if (isOurs(name)) {
      throw RequestException.wrong(
          "%s: trainings without a name give names of this form; choose another, such as %s"
              .formatted(name, EXAMPLE));
    }
  }

  private static String shown(String name) {
    return name.length() > MOST ? name.substring(0, MOST) + "…" : name;
  }

  private static String fitting(String name) {
    String cut = name.substring(0, Math.min(MOST, name.length()));
    String fits = cut.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[._-]+|[._-]+$", "");
    return fits.isEmpty() || isOurs(fits) ? EXAMPLE : fits;
  }

  /**
   * Checks that no network has this name.
   *
   * @throws RequestException if one has
   */
  static void requireFree(String name, Predicate<String> isTaken) {
    if (isTaken.test(name)) {
      String cut = name.substring(0, Math.min(MOST / 2, name.length()));
      String begin = isOurs(cut + "-2") ? EXAMPLE : cut;
      String free =
          Stream.iterate(2, number -> number + 1)
              .map(number -> begin + "-" + number)
              .filter(isTaken.negate())
              .findFirst()
              .orElseThrow();
      throw RequestException.wrong(
          "%s: there is a network of this name already; choose another, such as %s"
              .formatted(name, free));
    }
  }
}
