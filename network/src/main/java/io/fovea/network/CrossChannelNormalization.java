package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * Local response normalization across channels: y = x / (k + alpha / windowChannels · Σ x²)^beta,
 * the sum over the ⌊(windowChannels − 1) / 2⌋ channels before, the channel itself and the
 * ⌈(windowChannels − 1) / 2⌉ after; the shape stays (ONNX {@code LRN}; Krizhevsky et al., 2012).
 *
 * @param name the layer's name
 * @param input the layer whose activation it takes
 * @param windowChannels how many channels take part, at least 1
 * @param alpha weight of the sum of squares
 * @param beta exponent
 * @param k what is added to the sum
 */
public record CrossChannelNormalization(
    String name, String input, int windowChannels, float alpha, float beta, float k)
    implements Layer {

  /**
   * Checks the window.
   *
   * @throws NetworkException if it is less than 1
   */
  public CrossChannelNormalization {
    if (windowChannels < 1) {
      throw new NetworkException(
          name + ": it must look at one channel at least, not " + windowChannels);
    }
  }

  @Override
  public List<String> inputs() {
    return List.of(input);
  }

  @Override
  public CrossChannelNormalization withInputs(List<String> newInputs) {
    return new CrossChannelNormalization(
        name, Inputs.single(this, newInputs), windowChannels, alpha, beta, k);
  }

  @Override
  public String type() {
    return "Cross Channel Normalization";
  }

  @Override
  public String description() {
    return "cross channel normalization with " + windowChannels + " channels per element";
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    return Inputs.only(this, inputs);
  }

  @Override
  public Map<String, Object> hyperparameters() {
    return Hyperparameters.of(
        "WindowChannelSize",
        windowChannels,
        "Alpha",
        (double) alpha,
        "Beta",
        (double) beta,
        "K",
        (double) k);
  }
}
