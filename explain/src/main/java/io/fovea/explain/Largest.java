package io.fovea.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/**
 * Keeps the few largest of many, in memory for those few; of equals the first that came.
 *
 * @param <T> what is kept
 */
final class Largest<T> {
  private final int count;
  private final PriorityQueue<Ranked<T>> kept;
  private int offered;

  private record Ranked<T>(T item, double size, int order) {}

  /** For the largest {@code count}. */
  Largest(int count) {
    this.count = count;
    Comparator<Ranked<T>> bySize = Comparator.comparingDouble(Ranked::size);
    kept = new PriorityQueue<>(bySize.thenComparing(Ranked::order, Comparator.reverseOrder()));
  }

  /** Whether something of this size would be kept now. */
  boolean wants(double size) {
    return kept.size() < count || (!kept.isEmpty() && size > kept.element().size());
  }

  /** Keeps it, if it is among the largest so far. */
  void offer(T item, double size) {
    if (wants(size)) {
      kept.add(new Ranked<>(item, size, offered++));
      if (kept.size() > count) {
        kept.remove();
      }
    }
  }

  /** The largest, the largest first. */
  List<T> descending() {
    var sorted = new ArrayList<>(kept);
    sorted.sort(kept.comparator().reversed());
    return sorted.stream().map(Ranked::item).toList();
  }

  /** The largest of a list. */
  static <T> List<T> of(List<T> all, int count, ToDoubleFunction<T> size) {
    var largest = new Largest<T>(count);
    all.forEach(each -> largest.offer(each, size.applyAsDouble(each)));
    return largest.descending();
  }
}
