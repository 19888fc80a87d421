package io.fovea;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The scores of all classes for one input; immutable, for any number of threads. */
public final class Classification {
  private final List<String> classes;
  private final float[] scores;

  /**
   * @param classes a name for each score, or none
   */
  private Classification(List<String> classes, float[] scores) {
    this.classes = List.copyOf(classes);
    this.scores = scores;
  }

  /** The classification with a copy of these scores. */
  static Classification of(List<String> classes, float... scores) {
    return new Classification(classes, scores.clone());
  }

  /** The score of each class, by its index. */
  public float[] scores() {
    return scores.clone();
  }

  /** The class with the greatest score. */
  public Prediction best() {
    return top(1).get(0);
  }

  /**
   * The classes with the greatest scores, best first; of equal ones the lower index first.
   *
   * @param count how many, at least 1; all where there are fewer
   */
  public List<Prediction> top(int count) {
    if (count < 1) {
      throw new NetException("the best " + count + " classes can't be told; ask for at least 1");
    }
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparing((Integer index) -> -scores[index]))
        .limit(count)
        .map(this::prediction)
        .toList();
  }

  private Prediction prediction(int index) {
    String label = index < classes.size() ? classes.get(index) : Integer.toString(index);
    return new Prediction(index, label, scores[index]);
  }

  /** The best class. */
  @Override
  public String toString() {
    return best().toString();
  }
}
