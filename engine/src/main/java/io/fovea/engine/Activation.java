package io.fovea.engine;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;

/**
 * What one layer gave in one run: a view of the plan's memory, copied when it is read. It refuses
 * once its plan ran again or was closed.
 */
public final class Activation {
  private final Plan plan;
  private final long run;
  private final String layer;

  Activation(Plan plan, long run, String layer) {
    this.plan = plan;
    this.run = run;
    this.layer = layer;
  }

  /** The layer's name. */
  public String layer() {
    return layer;
  }

  /** N × C × H × W. */
  public Shape shape() {
    return plan.shape(layer);
  }

  /**
   * A copy as a plain tensor.
   *
   * @throws EngineException if the plan ran again or is closed
   */
  public Tensor toTensor() {
    var values = new float[shape().elementCount()];
    plan.read(layer, run, values);
    return Tensor.wrap(shape(), values);
  }

  /**
   * Copies the values in N, C, H, W order.
   *
   * @param target an array of exactly as many values
   * @throws EngineException if it isn't, or the plan ran again or is closed
   */
  public void copyTo(float[] target) {
    if (target.length != shape().elementCount()) {
      throw new EngineException(
          "the activation of %s has %d values, but the array has %d"
              .formatted(layer, shape().elementCount(), target.length));
    }
    plan.read(layer, run, target);
  }
}
