package io.fovea.bench;

import io.fovea.network.Convolution2d;
import io.fovea.network.Layer;
import io.fovea.network.Relu;
import io.fovea.network.Shapes;
import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * The network's convolutions alone as oneDNN's primitives, one after the other: each with its ReLU,
 * the layouts that oneDNN likes best, and buffers of its own. Nothing that runs the network on the
 * same kernels can be much faster.
 *
 * <p>They use as many threads as OMP_NUM_THREADS says.
 */
final class BareConvolutions implements Candidate {
  static final String NAME = "bare convolutions";

  private final OneDnn oneDnn = new OneDnn();
  private final List<BareConvolution> convolutions;

  BareConvolutions(Model model, int batch) {
    Map<String, Shape> shapes = Shapes.of(model.network(), batch);
    convolutions =
        layers(model).stream()
            .map(
                layer ->
                    new BareConvolution(
                        oneDnn,
                        layer,
                        shapes.get(layer.input()),
                        shapes.get(layer.name()),
                        hasRelu(model, layer)))
            .toList();
  }

  /** The names of the convolutions, in the order in which they run. */
  static List<String> names(Model model) {
    return layers(model).stream().map(Layer::name).toList();
  }

  /** The convolutions, in the order in which they run. */
  static List<Convolution2d> layers(Model model) {
    return model.network().layers().stream()
        .filter(Convolution2d.class::isInstance)
        .map(Convolution2d.class::cast)
        .toList();
  }

  /** Whether a ReLU follows. */
  static boolean hasRelu(Model model, Convolution2d layer) {
    return model.network().consumers(layer).stream().anyMatch(Relu.class::isInstance);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public float[] run() {
    convolutions.forEach(BareConvolution::execute);
    oneDnn.await();
    return new float[0];
  }

  @Override
  public void close() {
    oneDnn.close();
  }
}
