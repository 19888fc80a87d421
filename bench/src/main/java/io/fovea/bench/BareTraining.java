package io.fovea.bench;

import io.fovea.network.Convolution2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Shapes;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The network's convolutions alone as oneDNN's primitives: each forward with its ReLU, by its
 * weights and, but for the first, by its input; in the layouts that oneDNN likes best and in
 * buffers of their own. Nothing that trains the network on the same kernels can be much faster.
 *
 * <p>They use as many threads as OMP_NUM_THREADS says.
 */
final class BareTraining implements Candidate {
  static final String NAME = "bare convolutions, both ways";

  private final OneDnn oneDnn = new OneDnn();
  private final List<Runnable> primitives = new ArrayList<>();

  BareTraining(Model model, int batch) {
    Map<String, Shape> shapes = Shapes.of(model.network(), batch);
    for (Convolution2d layer : BareConvolutions.layers(model)) {
      Shape in = shapes.get(layer.input());
      Shape out = shapes.get(layer.name());
      var forward =
          new BareConvolution(oneDnn, layer, in, out, BareConvolutions.hasRelu(model, layer));
      var gradient = new BareConvolutionGradient(oneDnn, layer, in, out);
      primitives.add(forward::execute);
      primitives.add(gradient::byWeights);
      if (!(model.network().layer(layer.input()) instanceof ImageInput)) {
        primitives.add(gradient::byInput);
      }
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public float[] run() {
    primitives.forEach(Runnable::run);
    oneDnn.await();
    return new float[0];
  }

  @Override
  public void close() {
    oneDnn.close();
  }
}
