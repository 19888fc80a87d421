package io.fovea.network.reference;

import io.fovea.network.Convolution2d;
import io.fovea.network.Window;
import java.util.Arrays;
import java.util.List;

/** Every filter's bias and the sum, over its channels and its window, of weight · input. */
final class ConvolutionArithmetic implements Arithmetic<Convolution2d> {
  @Override
  public void compute(Convolution2d layer, List<Values> inputs, Values output) {
    float[] weights = layer.weights().toArray();
    for (int item = 0; item < output.shape().batch(); item++) {
      for (int filter = 0; filter < layer.filters(); filter++) {
        addBias(layer, output, item, filter);
        addChannels(layer, weights, inputs.get(0), output, item, filter);
      }
    }
  }

  private static void addBias(Convolution2d layer, Values output, int item, int filter) {
    if (layer.bias().isPresent()) {
      int start = output.rowStart(item, filter, 0);
      double bias = layer.bias().get().values().get(filter);
      Arrays.fill(output.data(), start, start + output.plane(), bias);
    }
  }

  private static void addChannels(
      Convolution2d layer, float[] weights, Values input, Values output, int item, int filter) {
    int channels = layer.channels() / layer.groups();
    int firstChannel = filter / (layer.filters() / layer.groups()) * channels;
    int w = filter * channels * layer.kernel().height() * layer.kernel().width();
    for (int c = 0; c < channels; c++) {
      for (int down = 0; down < layer.kernel().height(); down++) {
        for (int right = 0; right < layer.kernel().width(); right++) {
          addProducts(
              layer, weights[w++], down, right, input, output, item, firstChannel + c, filter);
        }
      }
    }
  }

  /** Adds one weight's product with the input value that it meets, at every place. */
  private static void addProducts(
      Convolution2d layer,
      double weight,
      int down,
      int right,
      Values input,
      Values output,
      int item,
      int channel,
      int filter) {
    Window rows = layer.window(input.shape()).vertical();
    Window columns = layer.window(input.shape()).horizontal();
    int height = input.shape().height();
    int width = input.shape().width();
    double[] in = input.data();
    double[] out = output.data();
    for (int y = 0; y < output.shape().height(); y++) {
      int row = rows.start(y) + down * rows.dilation();
      if (row < 0 || row >= height) {
        continue;
      }
      int inRow = input.rowStart(item, channel, row);
      int outRow = output.rowStart(item, filter, y);
      int first = right * columns.dilation() - columns.before();
      for (int x = 0; x < output.shape().width(); x++) {
        int column = first + x * columns.stride();
        if (column >= 0 && column < width) {
          out[outRow + x] += weight * in[inRow + column];
        }
      }
    }
  }
}
