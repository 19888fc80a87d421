package io.fovea;

import io.fovea.engine.Engine;
import io.fovea.engine.Mode;
import io.fovea.engine.TrainingRequest;
import io.fovea.network.Network;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gradient of one channel of a layer with respect to other layers' activations. */
final class Gradients {
  private final Engine engine;
  private final String of;
  private final int channel;
  private final List<String> layers;
  private final int threads;

  Gradients(Engine engine, String of, int channel, List<String> layers, int threads) {
    this.engine = engine;
    this.of = of;
    this.channel = channel;
    this.layers = layers;
    this.threads = threads;
  }

  /** Where the input is this one. */
  Map<String, LayerActivation> at(Tensor input) {
    Network network = engine.network();
    var request =
        TrainingRequest.of(network, input.shape().batch())
            .withInput(input.shape())
            .withOf(of)
            .withGradients(layers)
            .withLearning(List.of())
            .withMode(Mode.INFERENCE)
            .withThreads(threads);
    try (var plan = engine.compile(request)) {
      Shape shape = plan.forward(input, 0).shape();
      plan.backward(channelOf(shape));
      var gradients = new LinkedHashMap<String, LayerActivation>();
      for (String name : layers) {
        String own = network.layer(name).name();
        gradients.put(name, new LayerActivation(own, plan.gradient(own)));
      }
      return gradients;
    }
  }

  /** Ones in the channel, zeros elsewhere. */
  private Tensor channelOf(Shape shape) {
    if (channel < 0 || channel >= shape.channels()) {
      throw new NetException(
          "%s has channels 0 to %d, not %d".formatted(of, shape.channels() - 1, channel));
    }
    var seed = new float[shape.elementCount()];
    int plane = shape.height() * shape.width();
    for (int item = 0; item < shape.batch(); item++) {
      int from = (item * shape.channels() + channel) * plane;
      Arrays.fill(seed, from, from + plane, 1);
    }
    return Tensor.wrap(shape, seed);
  }
}
