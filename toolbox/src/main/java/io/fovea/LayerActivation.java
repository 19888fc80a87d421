package io.fovea;

import io.fovea.image.Mat2gray;
import io.fovea.image.Montage;
import io.fovea.image.NpyWriter;
import io.fovea.image.Picture;
import io.fovea.image.Scale;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.nio.FloatBuffer;
import java.nio.file.Path;

/**
 * What one layer gave for one input, or for each of a batch; immutable, for any number of threads.
 *
 * @param layer the layer's name in its network
 * @param tensor the values, N × C × H × W
 */
public record LayerActivation(String layer, Tensor tensor) {
  /** N × C × H × W. */
  public Shape shape() {
    return tensor.shape();
  }

  /** One item of the batch, from 0. */
  public LayerActivation item(int item) {
    return new LayerActivation(layer, tensor.item(item));
  }

  /** One channel of the first item, from 0. */
  public LayerActivation channel(int channel) {
    FloatBuffer plane = tensor.channel(0, channel);
    var values = new float[plane.remaining()];
    plane.get(values);
    return new LayerActivation(
        layer, Tensor.wrap(Shape.of(1, 1, shape().height(), shape().width()), values));
  }

  /**
   * All channels tiled in one picture, values from 0 to 1 shown from black to white: raw
   * activations saturate.
   */
  public Picture montage() {
    return montage(Scale.none());
  }

  /** All channels tiled in one picture, on this scale. */
  public Picture montage(Scale scale) {
    return Montage.of(tensor).withScale(scale).render();
  }

  /** The same with all values scaled together, the least to 0 and the greatest to 1. */
  public LayerActivation mat2gray() {
    return new LayerActivation(layer, Mat2gray.of(tensor));
  }

  /** The same with all values scaled together, {@code least} to 0 and {@code greatest} to 1. */
  public LayerActivation mat2gray(double least, double greatest) {
    return new LayerActivation(layer, Mat2gray.of(tensor, least, greatest));
  }

  /** Writes the values as a .npy file, N × C × H × W. */
  public void write(Path npy) {
    NpyWriter.write(npy, tensor);
  }

  /** Name, size and range of values: {@code conv1: 113 × 113 × 64, values -3.1 to 9.4}. */
  @Override
  public String toString() {
    String text = tensor.toString();
    String values = text.substring(text.indexOf(',') + 2);
    int batch = shape().batch();
    return "%s: %s%s, %s"
        .formatted(layer, batch == 1 ? "" : batch + " of ", shape().itemText(), values);
  }
}
