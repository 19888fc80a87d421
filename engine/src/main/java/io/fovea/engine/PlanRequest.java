package io.fovea.engine;

import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a plan is compiled for.
 *
 * @param inputs N × C × H × W for each image input, by its name
 * @param wanted the layers whose activations will be read
 * @param threads how many threads a run uses, at least 1
 */
public record PlanRequest(Map<String, Shape> inputs, List<String> wanted, int threads) {
  /**
   * Checks and copies.
   *
   * @throws EngineException if nothing is wanted or there are no threads
   */
  public PlanRequest {
    inputs = Map.copyOf(inputs);
    wanted = List.copyOf(wanted);
    if (wanted.isEmpty()) {
      throw new EngineException("a plan needs at least one wanted layer; name one");
    }
    if (threads < 1) {
      throw new EngineException("a plan needs at least 1 thread, but is given " + threads);
    }
  }

  /** The network's outputs for a batch at its own input size, on all processors. */
  public static PlanRequest of(Network network, int batch) {
    var inputs = new LinkedHashMap<String, Shape>();
    for (ImageInput input : network.imageInputs()) {
      inputs.put(input.name(), input.shape(batch));
    }
    var outputs = network.outputs().stream().map(Layer::name).toList();
    return new PlanRequest(inputs, outputs, Threads.all());
  }

  /** The same for another shape of every input, N × C × H × W. */
  public PlanRequest withInput(Shape shape) {
    var shapes = new LinkedHashMap<String, Shape>();
    inputs.keySet().forEach(name -> shapes.put(name, shape));
    return new PlanRequest(shapes, wanted, threads);
  }

  /** The same for these layers. */
  public PlanRequest withWanted(String... layers) {
    return withWanted(List.of(layers));
  }

  /** The same for these layers. */
  public PlanRequest withWanted(List<String> layers) {
    return new PlanRequest(inputs, layers, threads);
  }

  /** The same for every layer of the network. */
  public PlanRequest withAllLayers(Network network) {
    return withWanted(network.layers().stream().map(Layer::name).toList());
  }

  /** The same with another number of threads. */
  public PlanRequest withThreads(int newThreads) {
    return new PlanRequest(inputs, wanted, newThreads);
  }
}
