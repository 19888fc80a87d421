package io.fovea.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.reference.Reference;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Holds the engine's activations against the float64 reference's. */
final class Comparison {
  /** What float32 sums of a few hundred products may differ by. */
  static final double TOLERANCE = 1e-5;

  private Comparison() {}

  /** Checks all layers with every activation wanted, and each output with all fusions. */
  static void check(Network network, Tensor input) {
    check(network, input, TOLERANCE);
  }

  static void check(Network network, Tensor input, double tolerance) {
    var names = network.layers().stream().map(Layer::name).toList();
    check(network, input, names, tolerance);
    check(network, input, network.outputs().stream().map(Layer::name).toList(), tolerance);
  }

  /** Checks these layers of a plan that keeps just them. */
  static void check(Network network, Tensor input, List<String> wanted, double tolerance) {
    Shape shape = input.shape();
    var inputName = network.imageInputs().get(0).name();
    var expected = Reference.activations(network, Map.of(inputName, input));
    try (var engine = Engine.of(network);
        var plan =
            engine.compile(
                PlanRequest.of(network, shape.batch()).withInput(shape).withWanted(wanted))) {
      var activations = plan.run(input);
      for (String layer : wanted) {
        assertThat(difference(activations.get(layer).toTensor(), expected.get(layer)))
            .as("‖out − reference‖ / ‖reference‖ of %s in %s", layer, network.layers())
            .isLessThan(tolerance);
      }
    }
  }

  /** ‖out − reference‖ / ‖reference‖. */
  static double difference(Tensor out, double[] reference) {
    float[] values = out.toArray();
    assertThat(values).hasSameSizeAs(reference);
    double differences = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      differences += Math.pow(values[i] - reference[i], 2);
      squares += reference[i] * reference[i];
    }
    return Math.sqrt(differences) / Math.max(Math.sqrt(squares), 1e-30);
  }
}
