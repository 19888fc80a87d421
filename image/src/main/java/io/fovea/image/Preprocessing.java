package io.fovea.image;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;

/**
 * What a network wants of a picture before it sees it. Each value that is fed is {@code (sample ·
 * scale − mean) / standardDeviation}, its sample 0 to 255.
 *
 * @param scale what samples are multiplied with, such as 1/255
 * @param mean for each channel in the order fed, or one for all, or none for 0
 * @param standardDeviation for each channel in the order fed, or one for all, or none for 1; none
 *     of them 0
 * @param colourProfile whether an embedded colour profile is to be applied when the picture is read
 */
public record Preprocessing(
    ChannelOrder channelOrder,
    Resize resize,
    float scale,
    List<Float> mean,
    List<Float> standardDeviation,
    ColourProfile colourProfile) {

  /**
   * Checks the numbers.
   *
   * @throws ImageException if one isn't finite or a standard deviation is 0
   */
  public Preprocessing {
    mean = List.copyOf(mean);
    standardDeviation = List.copyOf(standardDeviation);
    if (!Float.isFinite(scale) || !mean.stream().allMatch(Float::isFinite)) {
      throw new ImageException(
          "the scale and means of a preprocessing must be numbers, but are %s and %s"
              .formatted(scale, mean));
    }
    if (!standardDeviation.stream().allMatch(value -> Float.isFinite(value) && value != 0)) {
      throw new ImageException(
          "the standard deviations of a preprocessing must be numbers other than 0, but are "
              + standardDeviation);
    }
  }

  /**
   * The picture as the network sees it: resized and cropped, gray where the network wants gray.
   *
   * @param height rows the network wants
   * @param width columns the network wants
   * @throws ImageException as {@link Resize#apply}
   */
  public Picture picture(Picture picture, int height, int width) {
    var coloured = channelOrder == ChannelOrder.GRAY ? picture.toGray() : picture;
    return resize.apply(coloured, height, width);
  }

  /**
   * The values that are fed for a picture.
   *
   * @param height rows the network wants
   * @param width columns the network wants
   * @param channels channels the network wants, 1 or 3; a gray picture is repeated, a coloured one
   *     becomes gray as needed
   * @return 1 × channels × height × width
   * @throws ImageException as {@link Resize#apply}, if the channels are others, or the means or
   *     standard deviations don't fit them
   */
  public Tensor apply(Picture picture, int height, int width, int channels) {
    if (channels != 1 && channels != 3) {
      throw new ImageException(
          "a picture can be fed to a network of 1 or 3 input channels, but this one has %d; feed it an array (.npy)"
              .formatted(channels));
    }
    checkCount("means", mean.size(), channels);
    checkCount("standard deviations", standardDeviation.size(), channels);
    var fitting = channels == 1 ? picture.toGray() : picture;
    return values(picture(fitting, height, width), channels);
  }

  /**
   * The values that are fed for an array of numbers: the numbers themselves, neither resized nor
   * scaled.
   *
   * @param channels channels the network wants
   * @return batch × channels × height × width
   * @throws ImageException if the array hasn't so many channels
   */
  public Tensor apply(NumericArray array, int channels) {
    return array.toTensor(channels);
  }

  private Tensor values(Picture picture, int channels) {
    byte[] samples = picture.samples();
    int stored = picture.channels();
    int plane = picture.height() * picture.width();
    var values = new float[channels * plane];
    for (int channel = 0; channel < channels; channel++) {
      var table = table(channel);
      int from = Math.min(stored - 1, channelOrder == ChannelOrder.BGR ? 2 - channel : channel);
      for (int to = channel * plane; to < (channel + 1) * plane; to++, from += stored) {
        values[to] = table[samples[from] & 0xff];
      }
    }
    return Tensor.wrap(Shape.of(1, channels, picture.height(), picture.width()), values);
  }

  /** What is fed for each of the 256 samples. */
  private float[] table(int channel) {
    float offset = mean.isEmpty() ? 0 : mean.get(Math.min(channel, mean.size() - 1));
    float divisor =
        standardDeviation.isEmpty()
            ? 1
            : standardDeviation.get(Math.min(channel, standardDeviation.size() - 1));
    var table = new float[256];
    for (int sample = 0; sample < table.length; sample++) {
      table[sample] = (sample * scale - offset) / divisor;
    }
    return table;
  }

  private static void checkCount(String what, int count, int channels) {
    if (count > 1 && count != channels) {
      throw new ImageException(
          "the preprocessing has %d %s, but the network %d input channel%s; give one for each, or one for all"
              .formatted(count, what, channels, channels == 1 ? "" : "s"));
    }
  }
}
