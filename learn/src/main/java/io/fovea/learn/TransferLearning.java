package io.fovea.learn;

import io.fovea.network.ClassificationOutput;
import io.fovea.network.Initializer;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Shapes;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * New final layers on a trained network: the last layer with learnable parameters is replaced by a
 * new one for other classes, and learns ten times as fast as what was there.
 */
public final class TransferLearning {
  /** How much faster the new layer learns. */
  private static final double HEAD_RATE = 10;

  private TransferLearning() {}

  /**
   * The network with its last learnable layer (a convolution, as {@code conv10} of SqueezeNet, or a
   * fully connected one) replaced by a new one of the same name, a filter or output for each class,
   * its biases 0; its outputs name the classes.
   *
   * @param classes their names, at least 2, no two alike
   * @param weights what the new weights are drawn from
   * @throws TrainingException if the classes aren't so, or the network doesn't end in such a layer
   */
  public static Network newHead(
      Network network, List<String> classes, Initializer weights, long seed) {
    if (classes.size() < 2 || new HashSet<>(classes).size() < classes.size()) {
      throw new TrainingException(
          "a network tells at least 2 classes apart, each with its own name, but these are given: "
              + classes);
    }
    var random = new SplittableRandom(seed);
    Network changed =
        network.withLayer(NewHeads.of(lastLearnable(network), classes.size(), weights, random));
    for (Layer layer : network.layers()) {
      if (layer instanceof ClassificationOutput output) {
        changed =
            changed.withLayer(new ClassificationOutput(output.name(), output.input(), classes));
      }
    }
    checkScores(changed, classes.size());
    return changed;
  }

  /**
   * The network with a new head whose weights are drawn narrowly round 0 ({@link
   * Initializer#NARROW_NORMAL}): a head that a ReLU follows, as in SqueezeNet, then begins with
   * scores that are all nearly alike, and no class begins dead.
   *
   * @throws TrainingException as {@link #newHead(Network, List, Initializer, long)}
   */
  public static Network newHead(Network network, List<String> classes, long seed) {
    return newHead(network, classes, Initializer.NARROW_NORMAL, seed);
  }

  /** The name of the last layer with learnable parameters, which a new head replaces. */
  public static String head(Network network) {
    return lastLearnable(network).name();
  }

  /**
   * The standard options for this network: every layer before its head is frozen, so that their
   * activations are computed once, and the head learns ten times as fast as the rate says.
   */
  public static TrainingOptions options(Network network) {
    String head = head(network);
    List<Layer> layers = network.layers();
    int place = layers.indexOf(network.layer(head));
    TrainingOptions options =
        TrainingOptions.standard().withFactors(head, new LayerFactors(HEAD_RATE, 1));
    return place == 0 ? options : options.withFrozenUntil(layers.get(place - 1).name());
  }

  private static Layer lastLearnable(Network network) {
    List<Layer> learnable =
        network.layers().stream().filter(layer -> !layer.learnables().isEmpty()).toList();
    if (learnable.isEmpty()) {
      throw new TrainingException(
          network.name() + " has no layer with learnable parameters to replace; choose another");
    }
    return learnable.get(learnable.size() - 1);
  }

  private static void checkScores(Network network, int classes) {
    var shapes = Shapes.of(network, 1);
    for (Layer output : network.outputs()) {
      if (shapes.get(output.name()).itemElementCount() != classes) {
        throw new TrainingException(
            "with a new %s the output %s of %s gives %s values, not one for each of %d classes; choose another network"
                .formatted(
                    head(network),
                    output.name(),
                    network.name(),
                    shapes.get(output.name()).itemText(),
                    classes));
      }
    }
  }
}
