package io.fovea.onnx;

import io.fovea.network.Axis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the dimensions of a graph's tensor lie in N × C × H × W, and which views move nothing. */
final class Layout {
  private static final List<List<Axis>> CANONICAL =
      List.of(
          List.of(),
          List.of(Axis.CHANNEL),
          List.of(Axis.BATCH, Axis.CHANNEL),
          List.of(Axis.BATCH, Axis.CHANNEL, Axis.WIDTH),
          List.of(Axis.BATCH, Axis.CHANNEL, Axis.HEIGHT, Axis.WIDTH));

  private Layout() {}

  /** F, N × F, N × C × L or N × C × H × W, by the number of dimensions from 1 to 4. */
  static Optional<List<Axis>> ofRank(int rank) {
    return rank >= 1 && rank < CANONICAL.size()
        ? Optional.of(CANONICAL.get(rank))
        : Optional.empty();
  }

  /** Without these dimensions, each of length 1. */
  static List<Axis> squeezed(List<Axis> axes, Set<Integer> dimensions) {
    var left = new ArrayList<Axis>();
    for (int i = 0; i < axes.size(); i++) {
      if (!dimensions.contains(i)) {
        left.add(axes.get(i));
      }
    }
    return left;
  }

  /**
   * With dimensions of length 1 at these places of the result; empty where that makes more than 4.
   */
  static Optional<List<Axis>> unsqueezed(List<Axis> axes, Set<Integer> places) {
    int rank = axes.size() + places.size();
    var arranged = new ArrayList<Optional<Axis>>();
    var given = axes.iterator();
    for (int i = 0; i < rank; i++) {
      boolean added = places.contains(i);
      if (!added && !given.hasNext()) {
        return Optional.empty();
      }
      arranged.add(added ? Optional.empty() : Optional.of(given.next()));
    }
    return filled(arranged);
  }

  /** Gives each open place an axis that is free: the usual one of that place, or the last. */
  private static Optional<List<Axis>> filled(List<Optional<Axis>> arranged) {
    List<Axis> usual = ofRank(arranged.size()).orElse(List.of());
    if (usual.isEmpty()) {
      return Optional.empty();
    }
    var free = new ArrayList<>(Arrays.asList(Axis.values()));
    arranged.forEach(axis -> axis.ifPresent(free::remove));
    var chosen = new ArrayList<Axis>();
    for (int i = 0; i < arranged.size(); i++) {
      Axis wanted = usual.get(i);
      Axis axis =
          arranged
              .get(i)
              .orElseGet(() -> free.contains(wanted) ? wanted : free.get(free.size() - 1));
      free.remove(axis);
      chosen.add(axis);
    }
    return Optional.of(chosen);
  }

  /**
   * The view with these dimensions, where it differs from what is there in dimensions of length 1
   * only; the first dimension stays the batch where its length stays.
   */
  static Optional<List<Axis>> reshaped(
      List<Axis> axes, List<Integer> dimensions, List<Integer> wanted) {
    if (dimensions.equals(wanted)) {
      return Optional.of(axes);
    }
    var arranged = new ArrayList<Optional<Axis>>();
    int next = 0;
    for (int i = 0; i < wanted.size(); i++) {
      boolean keepsFirst = i == 0 && dimensions.get(0).equals(wanted.get(0));
      while (!keepsFirst && next < dimensions.size() && dimensions.get(next) == 1) {
        next++;
      }
      if (wanted.get(i) == 1 && !keepsFirst) {
        arranged.add(Optional.empty());
        continue;
      }
      if (next == dimensions.size() || !dimensions.get(next).equals(wanted.get(i))) {
        return Optional.empty();
      }
      arranged.add(Optional.of(axes.get(next++)));
    }
    boolean restIsOnes = dimensions.subList(next, dimensions.size()).stream().allMatch(d -> d == 1);
    return restIsOnes ? filled(arranged) : Optional.empty();
  }

  /** Whether the numbers lie in memory in the order in which the graph's dimensions run. */
  static boolean inOrder(List<Axis> axes, List<Integer> dimensions) {
    int last = -1;
    for (int i = 0; i < axes.size(); i++) {
      if (dimensions.get(i) > 1) {
        if (axes.get(i).ordinal() < last) {
          return false;
        }
        last = axes.get(i).ordinal();
      }
    }
    return true;
  }
}
