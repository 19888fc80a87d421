package io.fovea.engine;

import io.fovea.network.Axis;
import io.fovea.network.Concatenation;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Relu;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a plan needn't do by itself: a ReLU that its producer applies, a concatenation whose
 * producers write where it would copy to.
 */
final class Fusion {
  /**
   * A stretch of channels in a concatenation's buffer.
   *
   * @param concatenation whose buffer
   * @param beforeRelu whether in the buffer that one ReLU reads for all inputs together
   * @param firstChannel where it begins
   */
  record Part(String concatenation, boolean beforeRelu, int firstChannel) {}

  private final List<Layer> layers;
  private final Map<String, Shape> shapes;
  private final Set<String> wanted;
  private final int block;
  private final Map<String, List<Layer>> consumers = new HashMap<>();
  private final Map<String, Layer> byName = new HashMap<>();
  private final Map<String, Relu> applied = new HashMap<>();
  private final Map<String, Part> parts = new HashMap<>();
  private final Set<String> withOneRelu = new HashSet<>();
  private final Set<String> ofWholeBlocks = new HashSet<>();

  private Fusion(List<Layer> layers, Map<String, Shape> shapes, Set<String> wanted, int block) {
    this.layers = layers;
    this.shapes = shapes;
    this.wanted = wanted;
    this.block = block;
  }

  /**
   * Finds what can be fused.
   *
   * @param layers those that the plan computes, in order
   * @param wanted those whose own activation somebody wants
   * @param block channels in a block
   */
  static Fusion of(List<Layer> layers, Map<String, Shape> shapes, Set<String> wanted, int block) {
    var fusion = new Fusion(layers, shapes, wanted, block);
    fusion.find();
    return fusion;
  }

  /** The layers that no wanted one can do without, in the network's order. */
  static List<Layer> needed(Network network, Set<String> wanted) {
    var needed = new HashSet<>(wanted);
    var backwards = new ArrayList<>(network.layers());
    Collections.reverse(backwards);
    for (Layer layer : backwards) {
      if (needed.contains(layer.name())) {
        needed.addAll(layer.inputs());
      }
    }
    return network.layers().stream().filter(layer -> needed.contains(layer.name())).toList();
  }

  /** The ReLU that this layer's primitive applies. */
  Optional<Relu> relu(Layer layer) {
    return Optional.ofNullable(applied.get(layer.name()));
  }

  /** Whether a layer is done by its producer. */
  boolean isApplied(Layer layer) {
    return layer.inputs().size() == 1 && applied.get(layer.inputs().get(0)) == layer;
  }

  /** The layer that applies this ReLU. */
  Optional<Layer> producer(Relu relu) {
    return isApplied(relu) ? Optional.of(byName.get(relu.input())) : Optional.empty();
  }

  /** Whether this is a ReLU that no other layer takes. */
  boolean isReluOf(String layer, String consumer) {
    return byName.get(layer) instanceof Relu relu
        && isTakenBy(layer, consumer)
        && !producer(relu)
            .filter(producer -> Executors.of(producer).differentiatesRelu())
            .isPresent();
  }

  /** The concatenation of this name, if the consumer alone takes it. */
  Optional<Concatenation> concatenationFor(String layer, Layer consumer) {
    return byName.get(layer) instanceof Concatenation concatenation
            && isTakenBy(layer, consumer.name())
        ? Optional.of(concatenation)
        : Optional.empty();
  }

  private boolean isTakenBy(String layer, String consumer) {
    return consumers.get(layer).stream().map(Layer::name).toList().equals(List.of(consumer));
  }

  /** Where in a concatenation's buffer a layer's activation belongs. */
  Optional<Part> part(String layer) {
    return Optional.ofNullable(parts.get(layer));
  }

  /** Whether an input is written into this concatenation's buffer by who makes it. */
  boolean belongsTo(String input, Concatenation concatenation) {
    return part(input)
        .filter(part -> part.concatenation().equals(concatenation.name()))
        .isPresent();
  }

  /** Whether every input of this concatenation comes in whole blocks of channels. */
  boolean isOfWholeBlocks(Concatenation concatenation) {
    return ofWholeBlocks.contains(concatenation.name());
  }

  /** Whether one ReLU makes all inputs of this concatenation at once. */
  boolean hasOneRelu(Concatenation concatenation) {
    return withOneRelu.contains(concatenation.name());
  }

  /** Whether a ReLU is one of those that its concatenation does at once. */
  boolean waitsForConcatenation(Layer layer) {
    Part part = parts.get(layer.name());
    return layer instanceof Relu && part != null && withOneRelu.contains(part.concatenation);
  }

  private void find() {
    for (Layer layer : layers) {
      byName.put(layer.name(), layer);
      layer
          .inputs()
          .forEach(in -> consumers.computeIfAbsent(in, k -> new ArrayList<>()).add(layer));
    }
    for (Layer layer : layers) {
      if (layer instanceof Relu relu) {
        findProducer(relu);
      }
    }
    for (Layer layer : layers) {
      if (layer instanceof Concatenation concatenation && concatenation.axis() == Axis.CHANNEL) {
        findParts(concatenation);
      }
    }
  }

  private void findProducer(Relu relu) {
    Layer producer = byName.get(relu.input());
    boolean onlyForRelu = !wanted.contains(relu.input()) && consumers.get(relu.input()).size() == 1;
    if (onlyForRelu && Executors.of(producer).appliesRelu()) {
      applied.put(producer.name(), relu);
    }
  }

  private void findParts(Concatenation concatenation) {
    var inputs = concatenation.inputs();
    boolean aligned =
        inputs.stream().allMatch(in -> shapes.get(in).channels() % block == 0)
            && new HashSet<>(inputs).size() == inputs.size();
    if (!aligned) {
      return;
    }
    ofWholeBlocks.add(concatenation.name());
    boolean oneRelu =
        inputs.stream().allMatch(in -> isLoneRelu(byName.get(in)))
            && inputs.stream().map(in -> byName.get(in).inputs()).distinct().count()
                == inputs.size();
    if (oneRelu) {
      withOneRelu.add(concatenation.name());
    }
    int firstChannel = 0;
    for (String input : inputs) {
      Layer layer = byName.get(input);
      if (oneRelu) {
        parts.put(input, new Part(concatenation.name(), false, firstChannel));
        parts.put(layer.inputs().get(0), new Part(concatenation.name(), true, firstChannel));
      } else if (!parts.containsKey(input) && producerWritesParts(layer)) {
        parts.put(input, new Part(concatenation.name(), false, firstChannel));
      }
      firstChannel += shapes.get(input).channels();
    }
  }

  /** A ReLU by itself over a layer that can write into a part, both free to be moved there. */
  private boolean isLoneRelu(Layer layer) {
    if (!(layer instanceof Relu relu) || isApplied(relu) || parts.containsKey(relu.name())) {
      return false;
    }
    Layer producer = byName.get(relu.input());
    return consumers.get(relu.name()).size() == 1
        && !parts.containsKey(producer.name())
        && !applied.containsKey(producer.name())
        && Executors.of(producer).writesParts();
  }

  private boolean producerWritesParts(Layer layer) {
    Layer producer = isApplied(layer) ? byName.get(layer.inputs().get(0)) : layer;
    return Executors.of(producer).writesParts();
  }
}
