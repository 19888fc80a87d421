package io.fovea.explain;

import io.fovea.network.Axis;
import io.fovea.network.Layer;
import io.fovea.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one value of an activation came about, from the layer's true weights and its true inputs.
 *
 * <p>Sums are float64, as those of {@link io.fovea.network.reference.Reference}; an engine's
 * float32 value differs from them in the last digits.
 */
public sealed interface Arithmetic {
  /** The value that comes out. */
  double value();

  /**
   * The arithmetic of one value.
   *
   * @param layer the layer that made it
   * @param inputs what the layer takes, in order, each 1 × C × H × W (of several items the first is
   *     looked at); an image input is given the picture itself
   * @param channel of the layer's activation, from 0
   * @param row from 0
   * @param column from 0
   * @throws ExplainException if the activation has no such value
   * @throws io.fovea.network.NetworkException if the layer can't work on such inputs
   */
  static Arithmetic of(Layer layer, List<Tensor> inputs, int channel, int row, int column) {
    return ArithmeticTable.explain(layer, inputs, new Place(channel, row, column));
  }

  /**
   * A value of the picture itself.
   *
   * @param value that value
   */
  record Given(double value) implements Arithmetic {}

  /**
   * A value that a layer passes on as it is: dropout after training, flatten, classification
   * output.
   *
   * @param input the layer that it is from
   * @param from where it stood there
   * @param value that value
   */
  record Passed(String input, Place from, double value) implements Arithmetic {}

  /**
   * A filter's sum of products and its bias.
   *
   * @param patches what the filter saw of each input channel; where it sees more than {@link
   *     FilterPatch#MOST} of them, of those with the greatest sums by magnitude, the greatest
   *     first; none of one that sees single places of so many
   * @param others how many channels have no patch
   * @param rest the sum of their products
   * @param products the products of all channels
   * @param bias the filter's bias, where the layer has one
   * @param value the sum of all
   */
  record Convolved(
      List<FilterPatch> patches,
      int others,
      double rest,
      Products products,
      OptionalDouble bias,
      double value)
      implements Arithmetic {
    /** Keeps a copy of the list. */
    public Convolved {
      patches = List.copyOf(patches);
    }
  }

  /**
   * A fully connected layer's sum of products and its bias.
   *
   * @param products a product for each value of the input
   * @param bias this output's bias, where the layer has one
   * @param value the sum of all
   */
  record Connected(Products products, OptionalDouble bias, double value) implements Arithmetic {}

  /**
   * The greatest value of a window.
   *
   * @param window 1 × 1 × rows × columns of the window; NaN stands for what lies outside of the
   *     input, which never wins
   * @param patch where the window lies in the input, perhaps beyond it
   * @param greatest where the greatest value stands in the input, the first one of equals; empty
   *     where the window lies in padding alone
   * @param value the greatest value; −∞ where there is none
   */
  record Greatest(Tensor window, Patch patch, Optional<Place> greatest, double value)
      implements Arithmetic {}

  /**
   * The mean of a window.
   *
   * @param window 1 × 1 × rows × columns of the window; NaN stands for what lies outside of the
   *     input
   * @param patch where the window lies in the input, perhaps beyond it
   * @param counted the places that count: those of the input, or with padding counted those of its
   *     padding too; what hangs over the padding in ceil mode never does
   * @param sum of the values that lie in the input
   * @param count by how many it is divided: how many of the window's places count
   * @param value sum / count
   */
  record Averaged(Tensor window, Patch patch, Patch counted, double sum, int count, double value)
      implements Arithmetic {}

  /**
   * The mean of a whole channel.
   *
   * @param plane 1 × 1 × H × W, the channel
   * @param sum of its values
   * @param count how many they are, H · W
   * @param least the smallest of them
   * @param greatest the largest of them
   * @param value sum / count
   */
  record ChannelMean(Tensor plane, double sum, int count, float least, float greatest, double value)
      implements Arithmetic {}

  /**
   * max(0, x).
   *
   * @param before x
   * @param value what is left of it
   */
  record Rectified(double before, double value) implements Arithmetic {}

  /**
   * min(ceiling, max(0, x)).
   *
   * @param before x
   * @param ceiling the most that comes out
   * @param value what is left of x
   */
  record Clipped(double before, double ceiling, double value) implements Arithmetic {}

  /**
   * Batch normalization: (x − mean) / deviation · scale + offset.
   *
   * @param before x
   * @param mean of the channel, gathered in training
   * @param variance of the channel, gathered in training
   * @param epsilon what is added to the variance
   * @param deviation √(variance + epsilon)
   * @param normalized (x − mean) / deviation
   * @param scale of the channel, learned
   * @param offset of the channel, learned
   * @param value what comes out
   */
  record Normalized(
      double before,
      double mean,
      double variance,
      double epsilon,
      double deviation,
      double normalized,
      double scale,
      double offset,
      double value)
      implements Arithmetic {}

  /**
   * Normalization across channels: x / (k + alpha / windowChannels · squares)^beta.
   *
   * @param before x
   * @param firstChannel the first channel of the window, from 0
   * @param window the values of its channels at this place, clipped to the channels there are
   * @param squares the sum of their squares
   * @param windowChannels by how many alpha is divided, however many channels there are
   * @param alpha weight of the sum
   * @param beta exponent
   * @param k what is added
   * @param divisor (k + alpha / windowChannels · squares)^beta
   * @param value before / divisor
   */
  record Balanced(
      double before,
      int firstChannel,
      List<Float> window,
      double squares,
      int windowChannels,
      double alpha,
      double beta,
      double k,
      double divisor,
      double value)
      implements Arithmetic {
    /** Keeps a copy of the list. */
    public Balanced {
      window = List.copyOf(window);
    }
  }

  /**
   * The sum of several layers' values.
   *
   * @param summands one for each input, in order
   * @param value their sum
   */
  record Added(List<Summand> summands, double value) implements Arithmetic {
    /** Keeps a copy of the list. */
    public Added {
      summands = List.copyOf(summands);
    }
  }

  /**
   * A value of one of several inputs that stand one behind the other.
   *
   * @param index which input it is from, from 0
   * @param input that layer's name
   * @param from where the value stands there
   * @param value that value
   */
  record Joined(int index, String input, Place from, double value) implements Arithmetic {}

  /**
   * Softmax: exp(x − greatest) / sum. The greatest value is subtracted from all before, which
   * changes nothing of the result and keeps the exponentials from overflowing.
   *
   * @param axis along which the values add up to 1, mostly the channels
   * @param greatest the greatest x of all
   * @param own this value and its exponential
   * @param others the largest of the others, at most {@link Products#LISTED}, the largest first
   * @param restCount how many there are besides
   * @param rest the sum of the exponentials of those
   * @param sum of all exponentials, this value's too
   * @param value own exponential / sum
   */
  record Share(
      Axis axis,
      double greatest,
      Exponential own,
      List<Exponential> others,
      int restCount,
      double rest,
      double sum,
      double value)
      implements Arithmetic {
    /** Keeps a copy of the list. */
    public Share {
      others = List.copyOf(others);
    }
  }
}
