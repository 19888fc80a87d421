package io.fovea.engine;

import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Softmax;
import io.fovea.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a training plan is compiled for.
 *
 * @param inputs N × C × H × W for each image input, by its name
 * @param of the layer whose activation is differentiated
 * @param gradients the layers by whose activations it is differentiated
 * @param learning the layers by whose learnable parameters it is differentiated
 * @param mode how dropout and batch normalization behave
 * @param threads how many threads a run uses, at least 1
 */
public record TrainingRequest(
    Map<String, Shape> inputs,
    String of,
    List<String> gradients,
    List<String> learning,
    Mode mode,
    int threads) {
  /**
   * Checks and copies.
   *
   * @throws EngineException if there are no threads
   */
  public TrainingRequest {
    inputs = Map.copyOf(inputs);
    gradients = List.copyOf(gradients);
    learning = List.copyOf(learning);
    if (threads < 1) {
      throw new EngineException("a plan needs at least 1 thread, but is given " + threads);
    }
  }

  /**
   * For training all layers: of what the last softmax takes (the scores before it), else of the
   * network's last output, for a batch at its own input size, on all processors.
   */
  public static TrainingRequest of(Network network, int batch) {
    var inputs = new LinkedHashMap<String, Shape>();
    for (ImageInput input : network.imageInputs()) {
      inputs.put(input.name(), input.shape(batch));
    }
    return new TrainingRequest(
        inputs, scores(network), List.of(), learners(network), Mode.TRAINING, Threads.all());
  }

  /** The layer that gives the scores before the last softmax. */
  private static String scores(Network network) {
    String last = "";
    for (Layer layer : network.layers()) {
      if (layer instanceof Softmax softmax) {
        last = softmax.input();
      }
    }
    if (!last.isEmpty()) {
      return last;
    }
    List<Layer> outputs = network.outputs();
    if (outputs.isEmpty()) {
      throw new EngineException(network.name() + " has no layers to train");
    }
    return outputs.get(outputs.size() - 1).name();
  }

  private static List<String> learners(Network network) {
    return network.layers().stream()
        .filter(layer -> !layer.learnables().isEmpty())
        .map(Layer::name)
        .toList();
  }

  /** The same for another shape of every input, N × C × H × W. */
  public TrainingRequest withInput(Shape shape) {
    var shapes = new LinkedHashMap<String, Shape>();
    inputs.keySet().forEach(name -> shapes.put(name, shape));
    return new TrainingRequest(shapes, of, gradients, learning, mode, threads);
  }

  /** The same of another layer's activation. */
  public TrainingRequest withOf(String layer) {
    return new TrainingRequest(inputs, layer, gradients, learning, mode, threads);
  }

  /** The same by the activations of these layers. */
  public TrainingRequest withGradients(List<String> layers) {
    return new TrainingRequest(inputs, of, layers, learning, mode, threads);
  }

  /** The same by the learnable parameters of these layers; the others stay as they are. */
  public TrainingRequest withLearning(List<String> layers) {
    return new TrainingRequest(inputs, of, gradients, layers, mode, threads);
  }

  /** The same with another behaviour of dropout and batch normalization. */
  public TrainingRequest withMode(Mode newMode) {
    return new TrainingRequest(inputs, of, gradients, learning, newMode, threads);
  }

  /** The same with another number of threads. */
  public TrainingRequest withThreads(int newThreads) {
    return new TrainingRequest(inputs, of, gradients, learning, mode, newThreads);
  }
}
