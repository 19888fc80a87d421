package io.fovea;

import io.fovea.image.ArrayReader;
import io.fovea.image.NumericArray;
import io.fovea.image.Picture;
import io.fovea.image.PictureReader;
import io.fovea.image.Preprocessing;
import io.fovea.network.ImageInput;
import io.fovea.network.Size;
import io.fovea.tensor.FoveaException;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import io.fovea.zoo.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a net looks at: a picture, or an array of numbers.
 *
 * <p>A picture is brought to the net's input as the net's card says: resized, cropped, its channels
 * put in order, normalized. Numbers are fed as they are, neither resized nor normalized: N × C × H
 * × W, C × H × W or H × W × C with the net's number of channels; and n × m, which is repeated for
 * each channel. Their height and width may differ from the net's input size as long as every layer
 * can work on them.
 *
 * <p>Immutable, for any number of threads; a file is read each time it is used.
 */
public final class Input {
  private final Source source;
  private final String name;
  private final Optional<Size> size;

  /** Makes the tensor that a model takes. */
  private interface Source {
    Tensor tensor(Preprocessing preprocessing, ImageInput input);
  }

  private Input(String name, Source source, Optional<Size> size) {
    this.name = name;
    this.source = source;
    this.size = size;
  }

  /** A file: a picture, or an array (.npy, .npz, .csv, .mat). */
  public static Input of(Path file) {
    return new Input(
        file.toString(),
        (preprocessing, input) ->
            ArrayReader.reads(file)
                ? numbers(file + ": ", ArrayReader.read(file), preprocessing, input)
                : preprocess(
                    file + ": ",
                    PictureReader.read(file, preprocessing.colourProfile()),
                    preprocessing,
                    input),
        Optional.empty());
  }

  /** A picture. */
  public static Input of(Picture picture) {
    return new Input(
        "the picture",
        (preprocessing, input) -> preprocess("", picture, preprocessing, input),
        Optional.empty());
  }

  /** Numbers, N × C × H × W. */
  public static Input of(Tensor tensor) {
    return new Input("the tensor", (preprocessing, input) -> tensor, Optional.empty());
  }

  /** Numbers, n × m, C × H × W or N × C × H × W. */
  public static Input of(NumericArray array) {
    return new Input(
        "the array",
        (preprocessing, input) -> numbers("", array, preprocessing, input),
        Optional.empty());
  }

  /**
   * Numbers, row by row.
   *
   * @throws NetException if there are none, or the rows differ in length
   */
  public static Input of(float[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    if (columns == 0) {
      throw new NetException("the array has no values; give it at least one row of one");
    }
    var values = new float[Math.multiplyExact(rows.length, columns)];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != columns) {
        throw new NetException(
            "row %d of the array has %d values, but row 0 has %d"
                .formatted(row, rows[row].length, columns));
      }
      System.arraycopy(rows[row], 0, values, row * columns, columns);
    }
    return of(NumericArray.of(List.of(rows.length, columns), values));
  }

  /** The same with a picture brought to another size than the net's own; numbers stay. */
  public Input withSize(int height, int width) {
    return new Input(name, source, Optional.of(Size.of(height, width)));
  }

  /** A file's path, or what it is. */
  @Override
  public String toString() {
    return name;
  }

  /** The tensor that the model takes for this, N × C × H × W. */
  Tensor tensor(Model model) {
    List<ImageInput> inputs = model.network().imageInputs();
    if (inputs.size() != 1) {
      throw new NetException(
          "%s: a picture goes into a network with one input, but this one has %d: %s"
              .formatted(
                  model.name(), inputs.size(), inputs.stream().map(ImageInput::name).toList()));
    }
    ImageInput own = inputs.get(0);
    ImageInput wanted = new ImageInput(own.name(), own.channels(), size.orElse(own.size()));
    return source.tensor(model.preprocessing(), wanted);
  }

  /** Numbers as they are; n × m for each channel. */
  private static Tensor numbers(
      String where, NumericArray array, Preprocessing preprocessing, ImageInput input) {
    if (array.dimensions().size() == 2) {
      return repeated(array, input.channels());
    }
    try {
      return preprocessing.apply(array, input.channels());
    } catch (FoveaException e) {
      throw new NetException(where + e.getMessage(), e);
    }
  }

  private static Tensor repeated(NumericArray array, int channels) {
    float[] plane = array.toArray();
    int rows = array.dimensions().get(0);
    int columns = array.dimensions().get(1);
    var values = new float[Math.multiplyExact(channels, plane.length)];
    for (int channel = 0; channel < channels; channel++) {
      System.arraycopy(plane, 0, values, channel * plane.length, plane.length);
    }
    return Tensor.wrap(Shape.of(1, channels, rows, columns), values);
  }

  private static Tensor preprocess(
      String where, Picture picture, Preprocessing preprocessing, ImageInput input) {
    try {
      return preprocessing.apply(
          picture, input.size().height(), input.size().width(), input.channels());
    } catch (FoveaException e) {
      throw new NetException(where + e.getMessage(), e);
    }
  }
}
