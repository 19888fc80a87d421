package io.fovea.network;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what a person may have meant. */
final class Names {
  private static final int SHOWN = 3;
  private static final int COMPARED = 200;

  private Names() {}

  /** The known names nearest to this one by edit distance, best first: {@code a, b or c}. */
  static String mostLike(String name, Collection<String> known) {
    List<String> nearest =
        known.stream()
            .map(each -> new Distance(each, between(name, each)))
            .sorted(Comparator.comparingInt(Distance::edits))
            .limit(SHOWN)
            .map(Distance::name)
            .toList();
    int last = nearest.size() - 1;
    return last < 1
        ? String.join("", nearest)
        : String.join(", ", nearest.subList(0, last)) + " or " + nearest.get(last);
  }

  private record Distance(String name, int edits) {}

  /** Levenshtein's distance of the first {@value COMPARED} characters. */
  private static int between(String whole, String otherWhole) {
    String one = whole.substring(0, Math.min(COMPARED, whole.length()));
    String other = otherWhole.substring(0, Math.min(COMPARED, otherWhole.length()));
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
