package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * Where pictures or arrays enter a network, N × C × H × W.
 *
 * <p>Height and width are the size that the network was trained for; a larger picture is legal as
 * long as every layer can work on it.
 *
 * @param name the layer's name
 * @param channels channels of a picture
 * @param size rows and columns of a picture
 */
public record ImageInput(String name, int channels, Size size) implements Layer {
  /**
   * Checks the channels.
   *
   * @throws NetworkException if there are none
   */
  public ImageInput {
    if (channels < 1) {
      throw new NetworkException(name + ": an input has at least 1 channel, not " + channels);
    }
  }

  /** An input for pictures of this size. */
  public static ImageInput of(String name, int height, int width, int channels) {
    return new ImageInput(name, channels, new Size(height, width));
  }

  /** The same for pictures of another size. */
  public ImageInput withSize(Size newSize) {
    return new ImageInput(name, channels, newSize);
  }

  /** The shape of a batch at the size that the network was trained for. */
  public Shape shape(int batch) {
    return Shape.of(batch, channels, size.height(), size.width());
  }

  @Override
  public List<String> inputs() {
    return List.of();
  }

  @Override
  public ImageInput withInputs(List<String> newInputs) {
    Inputs.checkCount(this, newInputs.size());
    return this;
  }

  @Override
  public int leastInputs() {
    return 0;
  }

  @Override
  public int mostInputs() {
    return 0;
  }

  @Override
  public String type() {
    return "Image Input";
  }

  @Override
  public String description() {
    return size + "×" + channels + " images";
  }

  /** The input size; a network's analysis puts another in its place where one is asked for. */
  @Override
  public Shape outputShape(List<Shape> inputs) {
    Inputs.checkCount(this, inputs);
    return shape(1);
  }

  @Override
  public Map<String, Object> hyperparameters() {
    return Hyperparameters.of("InputSize", List.of(size.height(), size.width(), channels));
  }
}
