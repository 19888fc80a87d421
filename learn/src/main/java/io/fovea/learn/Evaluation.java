package io.fovea.learn;

import io.fovea.network.ClassificationOutput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Softmax;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * How a network does on labelled items.
 *
 * @param classes their names, by index
 * @param predictions one for each item, in the data's order
 */
public record Evaluation(List<String> classes, List<Prediction> predictions) {
  /** Copies. */
  public Evaluation {
    classes = List.copyOf(classes);
    predictions = List.copyOf(predictions);
  }

  /**
   * Runs the network over all items, on an inference plan.
   *
   * @param data its labels are indices of the network's classes, not augmented
   * @param batch items at a time, at least 1
   * @param threads how many threads compute, at least 1
   * @throws TrainingException if there are no items, or the network doesn't give one score for each
   *     class
   */
  public static Evaluation of(Network network, TrainingData data, int batch, int threads) {
    return of(network, data, batch, threads, done -> {});
  }

  /**
   * Runs the network over all items; see {@link #of(Network, TrainingData, int, int)}.
   *
   * @param progress told how many items are done after each batch
   */
  public static Evaluation of(
      Network network, TrainingData data, int batch, int threads, IntConsumer progress) {
    Layer output = output(network);
    boolean raw = !endsInSoftmax(network, output);
    var predictions = new ArrayList<Prediction>();
    var scores = new int[1];
    Sweep.over(
        network,
        output.name(),
        data,
        Order.plain(batch),
        threads,
        (items, activation) -> {
          scores[0] = activation.shape().itemElementCount();
          add(items, raw ? Softmaxes.of(activation) : activation, predictions);
          progress.accept(predictions.size());
          return true;
        });
    return new Evaluation(classes(output, scores[0]), predictions);
  }

  private static Layer output(Network network) {
    List<Layer> outputs = network.outputs();
    if (outputs.size() != 1) {
      throw new TrainingException(
          "%s has %d outputs, but a classifier has one; choose another network"
              .formatted(network.name(), outputs.size()));
    }
    return outputs.get(0);
  }

  private static boolean endsInSoftmax(Network network, Layer output) {
    Layer scores =
        output instanceof ClassificationOutput named ? network.layer(named.input()) : output;
    return scores instanceof Softmax;
  }

  private static List<String> classes(Layer output, int scores) {
    return Optional.of(output)
        .filter(ClassificationOutput.class::isInstance)
        .map(layer -> ((ClassificationOutput) layer).classes())
        .filter(names -> !names.isEmpty())
        .orElseGet(() -> IntStream.range(0, scores).mapToObj(i -> "class " + i).toList());
  }

  private static void add(Batch batch, Tensor activation, List<Prediction> predictions) {
    int classes = activation.shape().channels();
    if (activation.shape().itemElementCount() != classes) {
      throw new TrainingException(
          "the network gives %s values for an item, not one for each class; choose a classifier, or pictures of its own size"
              .formatted(activation.shape().itemText()));
    }
    float[] scores = activation.toArray();
    for (int i = 0; i < batch.size(); i++) {
      predictions.add(
          prediction(batch.items()[i], batch.labels()[i], scores, i * classes, classes));
    }
  }

  private static Prediction prediction(
      int item, int actual, float[] scores, int from, int classes) {
    if (actual < 0 || actual >= classes) {
      throw new TrainingException(
          "an item is of class %d, but the network tells %d classes apart (0 to %d)"
              .formatted(actual, classes, classes - 1));
    }
    int best = 0;
    int rank = 1;
    for (int i = 0; i < classes; i++) {
      best = scores[from + i] > scores[from + best] ? i : best;
      boolean behind =
          scores[from + i] < scores[from + actual]
              || i > actual && scores[from + i] == scores[from + actual];
      rank += i == actual || behind ? 0 : 1;
    }
    return new Prediction(item, actual, best, scores[from + best], rank);
  }

  /** How many items. */
  public int count() {
    return predictions.size();
  }

  /** The share of items whose class has the greatest score, 0 to 1. */
  public double top1() {
    return top(1);
  }

  /** The share of items whose class is among the five greatest scores, 0 to 1. */
  public double top5() {
    return top(5);
  }

  private double top(int ranks) {
    return predictions.stream().filter(each -> each.rank() <= ranks).count()
        / (double) predictions.size();
  }

  /** Which classes were taken for which. */
  public ConfusionMatrix confusion() {
    return ConfusionMatrix.of(
        classes,
        predictions.stream().mapToInt(Prediction::actual).toArray(),
        predictions.stream().mapToInt(Prediction::predicted).toArray());
  }

  /** The items that are told wrong, those first that the network was surest of. */
  public List<Prediction> mostWrong() {
    return predictions.stream()
        .filter(each -> !each.isRight())
        .sorted(Comparator.comparingDouble(Prediction::probability).reversed())
        .toList();
  }
}
