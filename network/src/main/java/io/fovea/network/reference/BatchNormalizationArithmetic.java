package io.fovea.network.reference;

import io.fovea.network.BatchNormalization;
import java.util.List;

/** scale · (x − mean) / √(variance + epsilon) + offset, each channel with its own four numbers. */
final class BatchNormalizationArithmetic implements Arithmetic<BatchNormalization> {
  @Override
  public void compute(BatchNormalization layer, List<Values> inputs, Values output) {
    Values in = inputs.get(0);
    float[] scale = layer.scale().toArray();
    float[] offset = layer.offset().toArray();
    float[] mean = layer.mean().toArray();
    float[] variance = layer.variance().toArray();
    for (int i = 0; i < in.data().length; i++) {
      int channel = i / in.plane() % in.shape().channels();
      double deviation = Math.sqrt((double) variance[channel] + layer.epsilon());
      output.data()[i] =
          scale[channel] * (in.data()[i] - mean[channel]) / deviation + offset[channel];
    }
  }
}
