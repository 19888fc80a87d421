package io.fovea;

import io.fovea.network.Axis;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.Dropout;
import io.fovea.network.Flatten;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Softmax;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the scores of classes from what a network gives.
 *
 * @param layer the layer that gives them
 * @param needsSoftmax whether they still have to be made to add up to 1
 */
record Scores(String layer, boolean needsSoftmax) {
  /** Types of layers that leave the values of a classifier's scores as they are. */
  private static final Set<Class<? extends Layer>> PASSING =
      Set.of(ClassificationOutput.class, Flatten.class, Dropout.class);

  /**
   * Where a network's scores are.
   *
   * @throws NetException if it has more than one output
   */
  static Scores of(Network network) {
    List<Layer> outputs = network.outputs();
    if (outputs.size() != 1) {
      throw new NetException(
          "%s: a classifier has one output, but this network has %d: %s; look at their activations"
              .formatted(
                  network.name(), outputs.size(), outputs.stream().map(Layer::name).toList()));
    }
    Layer output = outputs.get(0);
    Optional<Layer> source = Optional.of(output);
    while (source.isPresent() && PASSING.contains(source.get().getClass())) {
      source = network.find(source.get().inputs().get(0));
    }
    boolean softmax =
        source.isPresent() && source.get() instanceof Softmax found && found.axis() == Axis.CHANNEL;
    return new Scores(output.name(), !softmax);
  }

  /** One classification an item of the batch. */
  List<Classification> read(Tensor tensor, List<String> classes) {
    Shape shape = tensor.shape();
    if (shape.height() != 1 || shape.width() != 1) {
      throw new NetException(
          "%s: its activation is %s, but scores are 1 × 1 × classes; look at it with activations"
              .formatted(layer, shape.itemText()));
    }
    var all = new ArrayList<Classification>();
    for (int item = 0; item < shape.batch(); item++) {
      float[] scores = tensor.item(item).toArray();
      checkNumbers(scores);
      all.add(Classification.of(classes, needsSoftmax ? softmax(scores) : scores));
    }
    return all;
  }

  private void checkNumbers(float[] scores) {
    for (int i = 0; i < scores.length; i++) {
      if (!Float.isFinite(scores[i])) {
        throw new NetException(
            "%s: the score of class %d is %s; look for such values in the input and the weights"
                .formatted(layer, i, scores[i]));
      }
    }
  }

  /** exp(x) / Σ exp(x). */
  private static float[] softmax(float[] values) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      greatest = Math.max(greatest, value);
    }
    double sum = 0;
    for (float value : values) {
      sum += Math.exp(value - greatest);
    }
    var scores = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scores[i] = (float) (Math.exp(values[i] - greatest) / sum);
    }
    return scores;
  }
}
