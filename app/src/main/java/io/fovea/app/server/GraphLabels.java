package io.fovea.app.server;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What people call a block: what the names of its layers begin with. */
final class GraphLabels {
  private static final String SEPARATORS = "-/_.: ";
  private static final String LIST_SEPARATOR = ",";

  private GraphLabels() {}

  /** A label a block; all differ, as those that names don't tell apart are counted. */
  static List<String> of(List<List<String>> blocks) {
    List<String> common = blocks.stream().map(GraphLabels::common).toList();
    boolean useful =
        new HashSet<>(common).size() == blocks.size()
            && common.stream()
                .noneMatch(label -> label.isEmpty() || label.contains(LIST_SEPARATOR));
    return useful
        ? common
        : IntStream.rangeClosed(1, blocks.size()).mapToObj(number -> "block " + number).toList();
  }

  /** What all names begin with; where that is nothing, what most of them do. */
  private static String common(List<String> names) {
    String common = stem(names);
    if (!common.isEmpty()) {
      return common;
    }
    List<String> most =
        names.stream().collect(Collectors.groupingBy(GraphLabels::firstWord)).values().stream()
            .max(Comparator.comparing(List::size))
            .orElse(List.of());
    return most.size() * 2 > names.size() ? stem(most) : "";
  }

  private static String stem(List<String> names) {
    String first = names.get(0);
    int length = first.length();
    for (String name : names) {
      int same = 0;
      while (same < Math.min(length, name.length()) && name.charAt(same) == first.charAt(same)) {
        same++;
      }
      length = same;
    }
    int end = length;
    while (end > 0 && !names.stream().allMatch(endsWord(end))) {
      end--;
    }
    return trimmed(first.substring(0, end));
  }

  private static Predicate<String> endsWord(int end) {
    return name -> name.length() == end || isSeparator(name.charAt(end));
  }

  private static String firstWord(String name) {
    return name.substring(
        0,
        IntStream.range(1, name.length())
            .filter(at -> isSeparator(name.charAt(at)))
            .findFirst()
            .orElse(name.length()));
  }

  /** The last part of a path, without separators at its ends. */
  private static String trimmed(String stem) {
    int from = stem.lastIndexOf('/', Math.max(0, stem.length() - 2)) + 1;
    int to = stem.length();
    while (from < to && isSeparator(stem.charAt(from))) {
      from++;
    }
    while (to > from && isSeparator(stem.charAt(to - 1))) {
      to--;
    }
    return stem.substring(from, to);
  }

  private static boolean isSeparator(char letter) {
    return SEPARATORS.indexOf(letter) >= 0;
  }
}
