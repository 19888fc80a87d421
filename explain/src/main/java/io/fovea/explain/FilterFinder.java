package io.fovea.explain;

import io.fovea.network.Size;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.Map;

/**
 * Finds the channels that respond inside a box of the picture and nowhere else: those with the
 * largest (mean inside the box − mean of the whole channel) / standard deviation of the channel.
 *
 * <p>Of a layer the box is scaled to its grid: the picture's height is cut into as many equal parts
 * as the activation has rows, and each edge goes to the nearest border between two of them, halves
 * down and to the right; where both edges meet, the box is the one row in which its middle lies.
 * Columns alike.
 *
 * <p>A channel that is the same everywhere is left out, and one with values that aren't finite. A
 * layer with a single value a channel isn't examined: it knows no place. One search belongs to one
 * thread.
 */
public final class FilterFinder {
  private final Size picture;
  private final Box box;
  private final Largest<Found> best;
  private float[] plane = {};
  private int layers;
  private int channels;

  private FilterFinder(Size picture, Box box, int count) {
    this.picture = picture;
    this.box = box;
    this.best = new Largest<>(count);
  }

  /**
   * A search that has seen no layer yet.
   *
   * @param picture rows and columns of the picture that the network was given
   * @param box in that picture
   * @param count how many channels to find at most, at least 1
   * @throws ExplainException if the box reaches out of the picture, or nothing is to be found
   */
  public static FilterFinder of(Size picture, Box box, int count) {
    if (box.bottom() > picture.height() || box.right() > picture.width()) {
      throw new ExplainException(
          "the box %d,%d,%d,%d (top, left, bottom, right) reaches out of the picture of %d × %d"
                  .formatted(
                      box.top(),
                      box.left(),
                      box.bottom(),
                      box.right(),
                      picture.height(),
                      picture.width())
              + "; draw it within");
    }
    if (count < 1) {
      throw new ExplainException(
          "%d filters can't be looked for; ask for 1 at least".formatted(count));
    }
    return new FilterFinder(picture, box, count);
  }

  /**
   * Searches all these activations.
   *
   * @param activations 1 × C × H × W of each layer, by its name
   * @see #of(Size, Box, int)
   */
  public static FoundFilters find(
      Map<String, Tensor> activations, Size picture, Box box, int count) {
    FilterFinder finder = of(picture, box, count);
    activations.forEach(finder::examine);
    return finder.found();
  }

  /**
   * Examines the channels of one more layer.
   *
   * @param layer its name
   * @param activation 1 × C × H × W; of several items the first is looked at
   */
  public void examine(String layer, Tensor activation) {
    Shape shape = activation.shape();
    int count = shape.height() * shape.width();
    if (count == 1) {
      return;
    }
    layers++;
    channels += shape.channels();
    if (plane.length != count) {
      plane = new float[count];
    }
    Patch cells = box.on(picture.height(), picture.width(), shape.height(), shape.width());
    for (int channel = 0; channel < shape.channels(); channel++) {
      activation.channel(0, channel).get(plane);
      examine(layer, channel, shape.width(), cells);
    }
  }

  /** What was found so far. */
  public FoundFilters found() {
    return new FoundFilters(best.descending(), layers, channels);
  }

  /** Sums are those of the values less the first, so that little of them is lost in rounding. */
  private void examine(String layer, int channel, int width, Patch cells) {
    double first = plane[0];
    double sum = 0;
    double squares = 0;
    for (float value : plane) {
      double apart = value - first;
      sum += apart;
      squares += apart * apart;
    }
    double mean = sum / plane.length;
    double deviation = Math.sqrt(Math.max(0, squares / plane.length - mean * mean));
    double inside = sumOf(cells, width, first) / (cells.height() * cells.width());
    double sigma = (inside - mean) / deviation;
    if (deviation > 0 && Double.isFinite(sigma) && best.wants(sigma)) {
      best.offer(new Found(layer, channel, sigma, first + inside, first + mean, deviation), sigma);
    }
  }

  private double sumOf(Patch cells, int width, double first) {
    double sum = 0;
    for (int row = cells.top(); row <= cells.bottom(); row++) {
      for (int column = cells.left(); column <= cells.right(); column++) {
        sum += plane[row * width + column] - first;
      }
    }
    return sum;
  }
}
