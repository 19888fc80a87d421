package io.fovea.explain;

import io.fovea.image.Limits;
import io.fovea.network.Convolution2d;
import io.fovea.network.FullyConnected;
import io.fovea.network.Layer;
import io.fovea.network.Size;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The weights of a layer, arranged as pictures that wait to be drawn.
 *
 * @param kind how they are arranged, and so scaled
 * @param tiles N × C × H × W, a tile each of N; C is 3 (red, green, blue, if the network was fed
 *     so) of colours, else 1
 * @param limits what is drawn darkest and what brightest, for each tile
 */
public record WeightPictures(Kind kind, Tensor tiles, List<Limits> limits) {
  /** How weights are arranged. */
  public enum Kind {
    /**
     * Filters that see 3 channels, each a tile in colour, N = filters, H × W = rows × columns of
     * the filter. A layer alone doesn't tell whether the three are colours: behind another layer
     * they aren't, and {@link #slices} suit them. The limits are the smallest and the largest
     * weight of the filter, of all three colours together, so that a filter gray on screen tells no
     * colours apart.
     */
    COLOUR,
    /**
     * Gray slices, one for each channel that a filter sees, N = channels; or, where filters see one
     * channel only, the one slice of each filter, N = filters; H × W = rows × columns of the
     * filter. The filter's mean is taken off, and the limits are symmetric round 0 and the filter's
     * own: middle gray is the filter's mean, and all slices of a filter are of one scale.
     */
    SLICES,
    /**
     * One tile, 1 × 1 × outputs × inputs: of each filter of 1 × 1, or each output of a fully
     * connected layer, a row. The limits are symmetric round 0.
     */
    MATRIX
  }

  private static final int COLOURS = 3;

  /** The layers that have weights to be seen; all others have none. */
  private static final Map<Class<? extends Layer>, Function<Layer, WeightPictures>> PICTURES =
      Map.of(
          Convolution2d.class, layer -> convolution((Convolution2d) layer),
          FullyConnected.class,
              layer -> matrix(new WeightMatrix(((FullyConnected) layer).weights())));

  /** Keeps a copy of the list. */
  public WeightPictures {
    limits = List.copyOf(limits);
  }

  /**
   * A layer's weights as suits them best; where each filter has many slices, those of the first.
   *
   * @return empty for a layer without weights of a convolution or a fully connected layer
   */
  public static Optional<WeightPictures> of(Layer layer) {
    return Optional.ofNullable(PICTURES.get(layer.getClass())).map(draw -> draw.apply(layer));
  }

  /**
   * The slices of one filter, whatever it sees; see {@link Kind#SLICES}.
   *
   * @param filter from 0
   * @throws ExplainException if the layer has no such filter
   */
  public static WeightPictures slices(Convolution2d layer, int filter) {
    if (filter < 0 || filter >= layer.filters()) {
      throw new ExplainException(
          "%s: it has no filter %d; it has %d, counted from 0"
              .formatted(layer.name(), filter, layer.filters()));
    }
    int slices = layer.weights().dimension(1);
    int count = slices * layer.kernel().height() * layer.kernel().width();
    var values = new float[count];
    layer.weights().values().position(filter * count).get(values);
    Limits limits = centred(values, 0, count);
    return new WeightPictures(
        Kind.SLICES, tiles(layer, slices, 1, values), Collections.nCopies(slices, limits));
  }

  private static WeightPictures convolution(Convolution2d layer) {
    if (layer.kernel().equals(Size.of(1))) {
      return matrix(new WeightMatrix(layer.weights()));
    }
    return switch (layer.weights().dimension(1)) {
      case COLOURS -> colours(layer);
      case 1 -> singles(layer);
      default -> slices(layer, 0);
    };
  }

  private static WeightPictures colours(Convolution2d layer) {
    float[] values = layer.weights().toArray();
    int count = values.length / layer.filters();
    var limits = new ArrayList<Limits>();
    for (int filter = 0; filter < layer.filters(); filter++) {
      limits.add(range(Arrays.copyOfRange(values, filter * count, (filter + 1) * count)));
    }
    return new WeightPictures(Kind.COLOUR, tiles(layer, layer.filters(), COLOURS, values), limits);
  }

  private static WeightPictures singles(Convolution2d layer) {
    float[] values = layer.weights().toArray();
    int count = values.length / layer.filters();
    var limits = new ArrayList<Limits>();
    for (int filter = 0; filter < layer.filters(); filter++) {
      limits.add(centred(values, filter * count, (filter + 1) * count));
    }
    return new WeightPictures(Kind.SLICES, tiles(layer, layer.filters(), 1, values), limits);
  }

  private static WeightPictures matrix(WeightMatrix matrix) {
    var values = new float[matrix.rows() * matrix.columns()];
    matrix.values().get(values);
    Tensor tile = Tensor.wrap(Shape.of(1, 1, matrix.rows(), matrix.columns()), values);
    return new WeightPictures(Kind.MATRIX, tile, List.of(matrix.limits()));
  }

  private static Tensor tiles(Convolution2d layer, int count, int channels, float[] values) {
    Size kernel = layer.kernel();
    return Tensor.wrap(Shape.of(count, channels, kernel.height(), kernel.width()), values);
  }

  /** Takes the mean of some values off them; gives the limits of what is left. */
  private static Limits centred(float[] values, int start, int end) {
    double sum = 0;
    for (int i = start; i < end; i++) {
      sum += values[i];
    }
    double mean = sum / (end - start);
    for (int i = start; i < end; i++) {
      values[i] = (float) (values[i] - mean);
    }
    return symmetric(range(Arrays.copyOfRange(values, start, end)));
  }

  private static Limits range(float... values) {
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    return new Limits(least, greatest);
  }

  private static Limits symmetric(Limits range) {
    double far = Math.max(Math.abs(range.least()), Math.abs(range.greatest()));
    return new Limits(0 - far, far);
  }
}
