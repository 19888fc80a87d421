package io.fovea.network.reference;

import static io.fovea.network.reference.Layers.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fovea.network.AveragePooling2d;
import io.fovea.network.Convolution2d;
import io.fovea.network.Dilation;
import io.fovea.network.MaxPooling2d;
import io.fovea.network.Padding;
import io.fovea.network.Parameter;
import io.fovea.network.Size;
import io.fovea.network.Stride;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Windows of all kinds against the formula written another way: the input laid into a larger one
 * with its padding, then place by place.
 */
class RandomWindowsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void convolution(long seed) {
    var w = new Windows(seed);
    int groups = 1 + w.random.nextInt(3);
    int each = 1 + w.random.nextInt(3);
    int filters = groups * (1 + w.random.nextInt(2));
    Tensor input = w.tensor(Shape.of(2, groups * each, 9, 8));
    Tensor weights = w.tensor(Shape.of(filters, each, w.kernel.height(), w.kernel.width()));
    var layer =
        Convolution2d.of(
                "layer",
                "a",
                Parameter.of(
                    "Weights",
                    weights.toArray(),
                    filters,
                    each,
                    w.kernel.height(),
                    w.kernel.width()),
                Parameter.of("Bias", new float[filters], filters))
            .withGroups(groups)
            .withStride(w.stride)
            .withPadding(w.padding)
            .withDilation(w.dilation);
    Shape out = layer.outputShape(input.shape());

    var expected = new ArrayList<Double>();
    for (int n = 0; n < out.batch(); n++) {
      for (int f = 0; f < out.channels(); f++) {
        int first = f / (filters / groups) * each;
        for (int y = 0; y < out.height(); y++) {
          for (int x = 0; x < out.width(); x++) {
            double sum = 0;
            for (int c = 0; c < each; c++) {
              List<Double> seen = w.seen(input, n, first + c, y, x, 0);
              for (int k = 0; k < seen.size(); k++) {
                sum += seen.get(k) * weights.channel(f, c).get(k);
              }
            }
            expected.add(sum);
          }
        }
      }
    }
    assertSame(seed, run(layer, input), expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void pooling(long seed) {
    var w = new Windows(seed);
    Tensor input = w.tensor(Shape.of(2, 3, 9, 8));
    var max =
        MaxPooling2d.of("layer", "a", w.kernel, w.stride)
            .withPadding(w.padding)
            .withDilation(w.dilation);
    var mean =
        AveragePooling2d.of("layer", "a", w.kernel, w.stride)
            .withPadding(w.padding)
            .withDilation(w.dilation)
            .withPaddingCounted();
    Shape out = max.outputShape(input.shape());

    var greatest = new ArrayList<Double>();
    var means = new ArrayList<Double>();
    for (int n = 0; n < out.batch(); n++) {
      for (int c = 0; c < out.channels(); c++) {
        for (int y = 0; y < out.height(); y++) {
          for (int x = 0; x < out.width(); x++) {
            List<Double> least = w.seen(input, n, c, y, x, Double.NEGATIVE_INFINITY);
            greatest.add(least.stream().mapToDouble(d -> d).max().orElseThrow());
            List<Double> zeros = w.seen(input, n, c, y, x, 0);
            means.add(zeros.stream().mapToDouble(d -> d).average().orElseThrow());
          }
        }
      }
    }
    assertSame(seed, run(max, input), greatest);
    assertSame(seed, run(mean, input), means);
  }

  private static void assertSame(long seed, double[] actual, List<Double> expected) {
    assertThat(actual)
        .as("seed %d", seed)
        .containsExactly(expected.stream().mapToDouble(value -> value).toArray(), within(1e-9));
  }

  /** A window drawn at random. */
  private static final class Windows {
    final Random random;
    final Size kernel;
    final Stride stride;
    final Dilation dilation;
    final Padding padding;

    Windows(long seed) {
      random = new Random(seed);
      kernel = Size.of(1 + random.nextInt(3), 1 + random.nextInt(4));
      stride = Stride.of(1 + random.nextInt(3), 1 + random.nextInt(3));
      dilation = Dilation.of(1 + random.nextInt(2), 1 + random.nextInt(2));
      padding =
          Padding.of(
              random.nextInt(kernel.height()),
              random.nextInt(kernel.height()),
              random.nextInt(kernel.width()),
              random.nextInt(kernel.width()));
    }

    Tensor tensor(Shape shape) {
      var values = new float[shape.elementCount()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      return Tensor.wrap(shape, values);
    }

    /** What the window sees at a place, row by row, with this value for padding. */
    List<Double> seen(Tensor input, int item, int channel, int y, int x, double outside) {
      var padded =
          new double[input.shape().height() + padding.top() + padding.bottom()]
              [input.shape().width() + padding.left() + padding.right()];
      for (double[] row : padded) {
        Arrays.fill(row, outside);
      }
      for (int i = 0; i < input.shape().height(); i++) {
        for (int j = 0; j < input.shape().width(); j++) {
          padded[i + padding.top()][j + padding.left()] = input.get(item, channel, i, j);
        }
      }
      var values = new ArrayList<Double>();
      for (int i = 0; i < kernel.height(); i++) {
        for (int j = 0; j < kernel.width(); j++) {
          values.add(
              padded[y * stride.vertical() + i * dilation.vertical()][
                  x * stride.horizontal() + j * dilation.horizontal()]);
        }
      }
      return values;
    }
  }
}
