package io.fovea.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.network.reference.Reference;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Holds the engine's gradients of Σ g · y against central differences of the float64 reference:
 * (f(x + h) − f(x − h)) / 2h for each value x of the input and of every learnable parameter.
 */
final class FiniteDifferences {
  /** What oneDNN has as reference code only. */
  private static final List<String> SLOW = List.of("normalization gradient", "softmax gradient");

  private static final float STEP = 1e-5f;
  private static final double TOLERANCE = 1e-5;

  private final Network network;
  private final String of;
  private final Tensor input;
  private final Tensor weights;

  private FiniteDifferences(Network network, String of, Tensor input, Tensor weights) {
    this.network = network;
    this.of = of;
    this.input = input;
    this.weights = weights;
  }

  /** Checks the gradient of the last layer's activation, each value weighted at random. */
  static void check(Network network, Tensor input, RandomLayers random) {
    List<Layer> layers = network.layers();
    String of = layers.get(layers.size() - 1).name();
    String in = network.imageInputs().get(0).name();
    var request =
        TrainingRequest.of(network, input.shape().batch())
            .withInput(input.shape())
            .withOf(of)
            .withGradients(List.of(in))
            .withMode(Mode.INFERENCE);
    try (var engine = Engine.of(network);
        var plan = engine.compile(request)) {
      Tensor out = plan.forward(input, 0);
      Tensor weights = random.tensor(out.shape());
      plan.backward(weights);
      new FiniteDifferences(network, of, input, weights).check(plan, in);
    }
  }

  private void check(TrainingPlan plan, String in) {
    checkClose("the input", plan.gradient(in).toArray(), byInput());
    for (LearnableId id : plan.learnables()) {
      var gradient = new float[id.count()];
      plan.gradient(id, gradient);
      checkClose(id.toString(), gradient, byParameter(id));
    }
    assertThat(plan.primitives())
        .as("fast primitives")
        .noneMatch(each -> each.isReference() && !SLOW.contains(each.kind()));
  }

  private void checkClose(String what, float[] gradient, double[] differences) {
    assertThat(Comparison.difference(wrap(gradient), differences))
        .as("‖gradient − differences‖ / ‖differences‖ by %s of %s", what, network.layers())
        .isLessThan(TOLERANCE);
  }

  private static Tensor wrap(float[] values) {
    return Tensor.wrap(Shape.of(1, 1, 1, values.length), values);
  }

  private double[] byInput() {
    float[] values = input.toArray();
    return of(values, changed -> weighted(network, Tensor.of(input.shape(), changed)));
  }

  private double[] byParameter(LearnableId id) {
    Layer layer = network.layer(id.layer());
    Parameter parameter =
        layer.learnables().stream()
            .filter(each -> each.name().equals(id.parameter()))
            .findFirst()
            .orElseThrow();
    var values = new float[parameter.count()];
    parameter.values().get(values);
    int[] dimensions = parameter.dimensions().stream().mapToInt(Integer::intValue).toArray();
    return of(
        values,
        changed -> {
          var successor = Parameter.of(parameter.name(), changed, dimensions);
          var other = layer.withParameters(each -> each == parameter ? successor : each);
          return weighted(network.withLayer(other), input);
        });
  }

  /** Of a function by each of its arguments. */
  static double[] of(float[] values, ToDoubleFunction<float[]> function) {
    var differences = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      float value = values[i];
      float above = value + STEP;
      float below = value - STEP;
      values[i] = above;
      double more = function.applyAsDouble(values);
      values[i] = below;
      double less = function.applyAsDouble(values);
      values[i] = value;
      differences[i] = (more - less) / ((double) above - below);
    }
    return differences;
  }

  private double weighted(Network changed, Tensor tensor) {
    String in = network.imageInputs().get(0).name();
    double[] out = Reference.activations(changed, Map.of(in, tensor)).get(of);
    float[] factors = weights.toArray();
    double sum = 0;
    for (int i = 0; i < out.length; i++) {
      sum += factors[i] * out[i];
    }
    return sum;
  }
}
