package io.fovea.learn;

import io.fovea.network.ClassificationOutput;
import io.fovea.network.Initializer;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Shapes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * New final layers on a trained network: the last layer with learnable parameters is replaced by a
 * new one for other classes, and learns ten times as fast as what was there.
 */
public final class TransferLearning {
  /** How much faster the new layer learns. */
  private static final double HEAD_RATE = 10;

  /** The head's rate where the mean square of what it is fed is 1. */
  private static final double STEADY = 0.01;

  /** How many items are enough to know the size of the numbers. */
  private static final int SEEN = 64;

  private static final int SEEN_AT_ONCE = 16;

  private TransferLearning() {}

  /**
   * The network with its last learnable layer (a convolution, as {@code conv10} of SqueezeNet, or a
   * fully connected one) replaced by a new one of the same name, a filter or output for each class,
   * its biases 1; its outputs name the classes.
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

  /**
   * A rate for {@link #options} with which a new head learns steadily: the larger the numbers that
   * it is fed, the smaller. A step of gradient descent moves a score by the rate times the squares
   * of these numbers, which differ by orders of magnitude between networks, so the rate is {@value
   * #STEADY} over {@value #HEAD_RATE} times their mean square (each channel's mean over its plane,
   * squared), taken over some items and rounded to two digits.
   *
   * @param data the items to learn from; some of them, drawn by a fixed seed, are looked at
   * @param threads how many threads compute, at least 1
   */
  public static double rate(Network network, TrainingData data, int threads) {
    String fed = network.layer(head(network)).inputs().get(0);
    var squares = new SquaredChannels(SEEN);
    var order = new Order(0, 0, SEEN_AT_ONCE, true, 0, Optional.empty());
    Sweep.over(network, fed, data, order, threads, (batch, values) -> squares.add(values));
    return squares.mean() == 0
        ? TrainingOptions.standard().optimization().rate()
        : new BigDecimal(STEADY / HEAD_RATE / squares.mean())
            .round(new MathContext(2))
            .doubleValue();
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
