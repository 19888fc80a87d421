package io.fovea.network.reference;

import io.fovea.network.Softmax;
import java.util.List;

/** exp(x − max) / Σ exp(x − max) along the axis. */
final class SoftmaxArithmetic implements Arithmetic<Softmax> {
  @Override
  public void compute(Softmax layer, List<Values> inputs, Values output) {
    Values in = inputs.get(0);
    int length = layer.axis().of(in.shape());
    int step = in.step(layer.axis());
    for (int i = 0; i < in.data().length; i++) {
      boolean first = i / step % length == 0;
      if (first) {
        along(in.data(), output.data(), i, step, length);
      }
    }
  }

  private static void along(double[] in, double[] out, int start, int step, int length) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < length; i++) {
      greatest = Math.max(greatest, in[start + i * step]);
    }
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += Math.exp(in[start + i * step] - greatest);
    }
    for (int i = 0; i < length; i++) {
      out[start + i * step] = Math.exp(in[start + i * step] - greatest) / sum;
    }
  }
}
