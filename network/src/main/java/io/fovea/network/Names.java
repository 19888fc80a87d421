package io.fovea.network;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Finds what a person may have meant. */
final class Names {
  private static final int SHOWN = 3;

  private Names() {}

  /** The known names nearest to this one by edit distance, best first: {@code a, b or c}. */
  static String mostLike(String name, Collection<String> known) {
    return known.stream()
        .sorted(Comparator.comparingInt(each -> distance(name, each)))
        .limit(SHOWN)
        .collect(Collectors.joining(", "));
  }

  /** Levenshtein's distance. */
  private static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
