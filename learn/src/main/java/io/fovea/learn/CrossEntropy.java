package io.fovea.learn;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;

/**
 * Softmax and cross entropy in one: L = −1/N Σₙ Σᵢ ωᵢ tₙᵢ ln yₙᵢ with y = softmax(z), where t is 1
 * − s + s/C for the item's own class and s/C for the others (label smoothing s; Szegedy and others,
 * "Rethinking the Inception Architecture", 2016) and ω the classes' weights.
 *
 * <p>Its gradient is ∂L/∂zₙⱼ = (yₙⱼ Σᵢ ωᵢ tₙᵢ − ωⱼ tₙⱼ) / N; without weights (y − t) / N. All sums
 * are made in double precision. Any number of threads may use one.
 *
 * @param smoothing s, from 0 to below 1
 * @param weights ω for each class, not negative; none for 1 each
 */
public record CrossEntropy(double smoothing, List<Double> weights) {
  /**
   * Checks and copies.
   *
   * @throws TrainingException if the smoothing isn't from 0 to below 1 or a weight is negative
   */
  public CrossEntropy {
    Checks.fraction("the label smoothing", smoothing);
    weights = List.copyOf(weights);
    weights.forEach(weight -> Checks.notNegative("the weight of a class", weight));
  }

  /** No smoothing, all classes alike. */
  public static CrossEntropy standard() {
    return new CrossEntropy(0, List.of());
  }

  /** The same with another smoothing. */
  public CrossEntropy withSmoothing(double newSmoothing) {
    return new CrossEntropy(newSmoothing, weights);
  }

  /** The same with other weights. */
  public CrossEntropy withWeights(List<Double> newWeights) {
    return new CrossEntropy(smoothing, newWeights);
  }

  /**
   * Loss and gradient of a batch.
   *
   * @param scores what the softmax takes, N × C × 1 × 1
   * @param labels N class indices, from 0
   * @throws TrainingException if the shapes, labels or weights don't belong together
   */
  public Loss of(Tensor scores, int[] labels) {
    Shape shape = scores.shape();
    check(shape, labels);
    float[] z = scores.toArray();
    var gradient = new float[z.length];
    double loss = 0;
    int correct = 0;
    for (int item = 0; item < labels.length; item++) {
      int from = item * shape.channels();
      loss += item(z, from, shape, labels[item], gradient);
      correct += greatest(z, from, shape.channels()) == labels[item] ? 1 : 0;
    }
    return new Loss(loss / labels.length, correct, Tensor.wrap(shape, gradient));
  }

  /** One item's loss; writes its gradient, already divided by N. */
  private double item(float[] z, int from, Shape shape, int label, float[] gradient) {
    int classes = shape.channels();
    double most = z[from + greatest(z, from, classes)];
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      sum += Math.exp(z[from + i] - most);
    }
    double logarithm = most + Math.log(sum);
    double loss = 0;
    double weight = 0;
    for (int i = 0; i < classes; i++) {
      double share = share(i, label, classes);
      weight += share;
      loss += share == 0 ? 0 : share * (logarithm - z[from + i]);
    }
    for (int i = 0; i < classes; i++) {
      double probability = Math.exp(z[from + i] - logarithm);
      gradient[from + i] =
          (float) ((probability * weight - share(i, label, classes)) / shape.batch());
    }
    return loss;
  }

  /** ωᵢ tᵢ. */
  private double share(int index, int label, int classes) {
    double target = smoothing / classes + (index == label ? 1 - smoothing : 0);
    return weights.isEmpty() ? target : weights.get(index) * target;
  }

  private static int greatest(float[] values, int from, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (values[from + i] > values[from + best]) {
        best = i;
      }
    }
    return best;
  }

  private void check(Shape shape, int[] labels) {
    if (shape.height() != 1 || shape.width() != 1) {
      throw new TrainingException(
          "cross entropy takes one score for each class, but the scores are %s; end the network in a pooling over the whole picture or a fully connected layer"
              .formatted(shape));
    }
    if (shape.batch() != labels.length) {
      throw new TrainingException(
          "there are %d labels for a batch of %d".formatted(labels.length, shape.batch()));
    }
    if (!weights.isEmpty() && weights.size() != shape.channels()) {
      throw new TrainingException(
          "there are %d class weights for %d classes; give one for each class"
              .formatted(weights.size(), shape.channels()));
    }
    for (int label : labels) {
      if (label < 0 || label >= shape.channels()) {
        throw new TrainingException(
            "a label is class %d, but the network tells %d classes apart (0 to %d)"
                .formatted(label, shape.channels(), shape.channels() - 1));
      }
    }
  }
}
