package io.fovea.learn;

import java.util.Arrays;
import java.util.List;

/**
 * How often items of each class were told to be of each class. Immutable.
 *
 * <p>A row is a true class, a column a predicted one. A class that has no item has no recall, and
 * one that was never predicted no precision: both are NaN then.
 */
public final class ConfusionMatrix {
  private final List<String> classes;
  private final int[][] counts;

  private ConfusionMatrix(List<String> classes, int[][] counts) {
    this.classes = List.copyOf(classes);
    this.counts = counts;
  }

  /**
   * A matrix of items.
   *
   * @param actual the index of each item's true class
   * @param predicted the index of the class that each was told to be
   */
  public static ConfusionMatrix of(List<String> classes, int[] actual, int[] predicted) {
    var counts = new int[classes.size()][classes.size()];
    for (int i = 0; i < actual.length; i++) {
      counts[actual[i]][predicted[i]]++;
    }
    return new ConfusionMatrix(classes, counts);
  }

  /** The classes in the order of rows and columns. */
  public List<String> classes() {
    return classes;
  }

  /** How many items of class {@code actual} were told to be {@code predicted}. */
  public int count(int actual, int predicted) {
    return counts[actual][predicted];
  }

  /** How many items of a class there are. */
  public int actual(int index) {
    return Arrays.stream(counts[index]).sum();
  }

  /** How many items were told to be of a class. */
  public int predicted(int index) {
    return Arrays.stream(counts).mapToInt(row -> row[index]).sum();
  }

  /** How many items there are. */
  public int total() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
  }

  /** The share of a class's items that were told right: TP / (TP + FN), 0 to 1. */
  public double recall(int index) {
    return (double) counts[index][index] / actual(index);
  }

  /** The share of those told to be of a class that are: TP / (TP + FP), 0 to 1. */
  public double precision(int index) {
    return (double) counts[index][index] / predicted(index);
  }

  /** The share of all items that were told right, 0 to 1. */
  public double accuracy() {
    int right = 0;
    for (int i = 0; i < counts.length; i++) {
      right += counts[i][i];
    }
    return (double) right / total();
  }
}
