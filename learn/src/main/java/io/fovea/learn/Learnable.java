package io.fovea.learn;

import io.fovea.network.Parameter;

/**
 * A learnable parameter while it is learned: its values, what the solver remembers of it, and the
 * last gradient. Not for two threads at once.
 */
final class Learnable {
  private final String layer;
  private final String parameter;
  private final LayerFactors factors;
  private final float[] values;
  private final float[] gradient;
  private final float[][] memory;

  Learnable(String layer, Parameter parameter, LayerFactors factors, int memories) {
    this.layer = layer;
    this.parameter = parameter.name();
    // Weights have an input and an output dimension; biases, scales and offsets have no L2.
    this.factors =
        parameter.dimensions().size() > 1 ? factors : new LayerFactors(factors.rate(), 0);
    this.values = parameter.toArray();
    this.gradient = new float[values.length];
    this.memory = new float[memories][values.length];
  }

  String layer() {
    return layer;
  }

  String parameter() {
    return parameter;
  }

  /** The values now; whoever restores a checkpoint writes to them. */
  float[] values() {
    return values;
  }

  /** The last gradient, to be written to. */
  float[] gradient() {
    return gradient;
  }

  /** What the solver remembers; whoever restores a checkpoint writes to it. */
  float[][] memory() {
    return memory;
  }

  /** Changes the values by one step of the solver along the last gradient. */
  void step(Optimization optimization, long number, double rate) {
    var step = new SolverStep(number, rate * factors.rate(), optimization.l2() * factors.l2());
    optimization.solver().step(step, values, gradient, memory);
  }
}
