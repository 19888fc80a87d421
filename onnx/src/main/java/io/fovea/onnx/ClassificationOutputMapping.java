package io.fovea.onnx;

import io.fovea.network.Axis;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Softmax;
import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * No node of its own: a graph whose one output is a softmax over the channels of a 1 × 1 activation
 * is a classifier. Its classes have no names in the file; the layer has, in the metadata of a file
 * that Fovea wrote.
 */
final class ClassificationOutputMapping implements LayerMapping<ClassificationOutput> {
  private static final String PREFIX = "ClassificationLayer_";

  /** Metadata of a file that says that its one output is a classifier's, and the layer's name. */
  private static final String NOTE = "fovea.classification-output";

  @Override
  public Class<ClassificationOutput> layer() {
    return ClassificationOutput.class;
  }

  @Override
  public void write(ClassificationOutput layer, GraphWriter graph) {
    graph.pass(layer);
  }

  /** Notes the name of the classification output of a network that ends in one. */
  static void note(Network network, Map<String, String> metadata) {
    List<Layer> outputs = network.outputs();
    if (outputs.size() == 1 && outputs.get(0) instanceof ClassificationOutput output) {
      metadata.put(NOTE, output.name());
    }
  }

  /**
   * Adds a classification output where the file says that it ends in one, or the outputs of the
   * graph are those of a classifier.
   */
  static void addTo(
      Layers layers, NodeNames names, List<Activation> outputs, Map<String, String> metadata) {
    if (outputs.size() != 1) {
      return;
    }
    Activation output = outputs.get(0);
    Optional.ofNullable(metadata.get(NOTE))
        .or(
            () ->
                isClassifiers(layers, output)
                    ? Optional.of(PREFIX + output.layer())
                    : Optional.empty())
        .map(names::unique)
        .ifPresent(
            name ->
                layers.add(
                    new ClassificationOutput(name, output.layer(), List.of()), output.axes()));
  }

  private static boolean isClassifiers(Layers layers, Activation output) {
    return layers.find(output.layer()).orElse(null) instanceof Softmax softmax
        && softmax.axis() == Axis.CHANNEL
        && output.shape().filter(ClassificationOutputMapping::isOneByOne).isPresent();
  }

  private static boolean isOneByOne(Shape shape) {
    return shape.height() == 1 && shape.width() == 1;
  }
}
