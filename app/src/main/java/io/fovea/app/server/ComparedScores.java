package io.fovea.app.server;

import io.fovea.Classification;
import io.fovea.Prediction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scores of two looks side by side: the best classes of both, the one with the greatest score
 * first. Where both networks tell the same classes they are matched by index, else by label.
 */
final class ComparedScores {
  private static final int TOP = 5;

  private final Look before;
  private final Look after;
  private final boolean alike;
  private final Map<Object, Prediction> those;
  private final Map<Object, Prediction> these;

  private ComparedScores(Look before, Look after) {
    this.before = before;
    this.after = after;
    alike = before.net().classes().equals(after.net().classes());
    those = byClass(before);
    these = byClass(after);
  }

  /** One object a class: its label, and the score of each look that knows the class, or null. */
  static List<Map<String, @Nullable Object>> of(Look before, Look after) {
    return new ComparedScores(before, after).rows();
  }

  private List<Map<String, @Nullable Object>> rows() {
    var best = new LinkedHashMap<Object, Prediction>();
    for (Look look : List.of(before, after)) {
      look.classification().map(given -> given.top(TOP)).orElse(List.of()).stream()
          .forEach(each -> best.merge(key(each), each, ComparedScores::greater));
    }
    var order = new ArrayList<>(best.values());
    order.sort((one, other) -> Float.compare(other.score(), one.score()));
    return order.stream().map(this::row).toList();
  }

  private Map<String, @Nullable Object> row(Prediction each) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("label", each.label());
    row.put("before", score(those, each));
    row.put("after", score(these, each));
    return row;
  }

  private @Nullable Object score(Map<Object, Prediction> side, Prediction each) {
    return Optional.ofNullable(side.get(key(each))).map(Prediction::score).orElse(null);
  }

  private Map<Object, Prediction> byClass(Look look) {
    var all = new HashMap<Object, Prediction>();
    look.classification()
        .map(ComparedScores::all)
        .orElse(List.of())
        .forEach(each -> all.merge(key(each), each, ComparedScores::greater));
    return all;
  }

  private static List<Prediction> all(Classification given) {
    return given.top(given.scores().length);
  }

  private Object key(Prediction each) {
    return alike ? (Object) each.index() : ClassNames.plain(each.label());
  }

  private static Prediction greater(Prediction one, Prediction other) {
    return one.score() >= other.score() ? one : other;
  }
}
