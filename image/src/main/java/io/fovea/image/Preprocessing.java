package io.fovea.image;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import java.util.Objects;

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
    check(channels);
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

  /**
   * Writes what is fed for a picture that is as {@link #picture} gives it.
   *
   * @param channels channels the network wants, 1 or 3; a gray picture is repeated
   * @param target takes {@code channels · height · width} values, one channel's plane after another
   * @param at where in {@code target} the first goes
   * @throws ImageException if the channels are others, the picture has more, or the means or
   *     standard deviations don't fit them
   * @throws IndexOutOfBoundsException if they don't fit into {@code target}
   */
  public void write(Picture picture, int channels, float[] target, int at) {
    check(channels);
    if (picture.channels() > channels) {
      throw new ImageException(
          "a picture of 3 channels can't be fed as it is to a network of 1; make it gray first");
    }
    byte[] samples = picture.samples();
    int stored = picture.channels();
    int plane = picture.height() * picture.width();
    Objects.checkFromIndexSize(at, channels * plane, target.length);
    for (int channel = 0; channel < channels; channel++) {
      var table = table(channel);
      int from = Math.min(stored - 1, channelOrder == ChannelOrder.BGR ? 2 - channel : channel);
      int start = at + channel * plane;
      for (int to = start; to < start + plane; to++, from += stored) {
        target[to] = table[samples[from] & 0xff];
      }
    }
  }

  /**
   * Turns samples into what is fed, in place.
   *
   * @param values from {@code at} on, {@code channels} planes of samples from 0 to 255: red, green,
   *     blue; or one of gray
   * @param plane values of a plane, height · width
   * @param channels channels the network wants, 1 or 3
   * @throws ImageException if the channels are others, or the means or standard deviations don't
   *     fit them
   * @throws IndexOutOfBoundsException if there are fewer values
   */
  public void normalize(float[] values, int at, int plane, int channels) {
    check(channels);
    Objects.checkFromIndexSize(at, channels * plane, values.length);
    if (channelOrder == ChannelOrder.BGR && channels == 3) {
      for (int red = at; red < at + plane; red++) {
        float value = values[red];
        values[red] = values[red + 2 * plane];
        values[red + 2 * plane] = value;
      }
    }
    for (int channel = 0; channel < channels; channel++) {
      float offset = offset(channel);
      float divisor = divisor(channel);
      int start = at + channel * plane;
      for (int place = start; place < start + plane; place++) {
        values[place] = (values[place] * scale - offset) / divisor;
      }
    }
  }

  private Tensor values(Picture picture, int channels) {
    var values = new float[channels * picture.height() * picture.width()];
    write(picture, channels, values, 0);
    return Tensor.wrap(Shape.of(1, channels, picture.height(), picture.width()), values);
  }

  private void check(int channels) {
    if (channels != 1 && channels != 3) {
      throw new ImageException(
          "a picture can be fed to a network of 1 or 3 input channels, but this one has %d; feed it an array (.npy)"
              .formatted(channels));
    }
    checkCount("means", mean.size(), channels);
    checkCount("standard deviations", standardDeviation.size(), channels);
  }

  private float offset(int channel) {
    return mean.isEmpty() ? 0 : mean.get(Math.min(channel, mean.size() - 1));
  }

  private float divisor(int channel) {
    return standardDeviation.isEmpty()
        ? 1
        : standardDeviation.get(Math.min(channel, standardDeviation.size() - 1));
  }

  /** What is fed for each of the 256 samples. */
  private float[] table(int channel) {
    float offset = offset(channel);
    float divisor = divisor(channel);
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
