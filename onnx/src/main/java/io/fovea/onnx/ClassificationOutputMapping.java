package io.fovea.onnx;

import io.fovea.network.Axis;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.Layer;
import io.fovea.network.Softmax;
import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * No node of its own: a graph whose one output is a softmax over the channels of a 1 × 1 activation
 * is a classifier. Its classes have no names in the file.
 */
final class ClassificationOutputMapping implements LayerMapping {
  private static final String PREFIX = "ClassificationLayer_";

  @Override
  public Class<? extends Layer> layer() {
    return ClassificationOutput.class;
  }

  /** Adds a classification output where the outputs of the graph are those of a classifier. */
  static void addTo(Layers layers, NodeNames names, List<Activation> outputs) {
    if (outputs.size() != 1) {
      return;
    }
    Activation output = outputs.get(0);
    Optional<Layer> last = layers.find(output.layer());
    if (last.orElse(null) instanceof Softmax softmax
        && softmax.axis() == Axis.CHANNEL
        && output.shape().filter(ClassificationOutputMapping::isOneByOne).isPresent()) {
      layers.add(
          new ClassificationOutput(
              names.unique(PREFIX.concat(softmax.name())), softmax.name(), List.of()),
          output.axes());
    }
  }

  private static boolean isOneByOne(Shape shape) {
    return shape.height() == 1 && shape.width() == 1;
  }
}
