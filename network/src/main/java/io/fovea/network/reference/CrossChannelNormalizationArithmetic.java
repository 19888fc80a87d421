package io.fovea.network.reference;

import io.fovea.network.CrossChannelNormalization;
import java.util.List;

/** x / (k + alpha / windowChannels · Σ x²)^beta, the sum over the neighbouring channels. */
final class CrossChannelNormalizationArithmetic implements Arithmetic<CrossChannelNormalization> {
  @Override
  public void compute(CrossChannelNormalization layer, List<Values> inputs, Values output) {
    Values in = inputs.get(0);
    int channels = in.shape().channels();
    for (int i = 0; i < in.data().length; i++) {
      int channel = i / in.plane() % channels;
      int first = Math.max(0, channel - (layer.windowChannels() - 1) / 2);
      int last = Math.min(channels - 1, channel + layer.windowChannels() / 2);
      double squares = 0;
      for (int c = first; c <= last; c++) {
        double x = in.data()[i + (c - channel) * in.plane()];
        squares += x * x;
      }
      double base = layer.k() + layer.alpha() / (double) layer.windowChannels() * squares;
      output.data()[i] = in.data()[i] / Math.pow(base, layer.beta());
    }
  }
}
