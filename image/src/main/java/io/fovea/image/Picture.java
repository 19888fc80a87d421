package io.fovea.image;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * An immutable picture of 8-bit samples, height × width × channels: one channel (gray) or three
 * (red, green, blue).
 *
 * <p>Any number of threads may read one at once.
 */
public final class Picture {
  private final int height;
  private final int width;
  private final int channels;
  private final byte[] samples;

  private Picture(int height, int width, int channels, byte[] samples) {
    if (height < 1 || width < 1) {
      throw new ImageException(
          "a picture must be at least 1 × 1, but this one is " + height + " × " + width);
    }
    if (channels != 1 && channels != 3) {
      throw new ImageException(
          "a picture has 1 channel (gray) or 3 (red, green, blue), but not " + channels);
    }
    if (samples.length != (long) height * width * channels) {
      throw new ImageException(
          "a picture of %d × %d × %d holds %,d samples, but %,d are given"
              .formatted(
                  height, width, channels, (long) height * width * channels, samples.length));
    }
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.samples = samples;
  }

  /**
   * A picture of a copy of these samples.
   *
   * @param channels 1 (gray) or 3 (red, green, blue)
   * @param samples {@code height · width · channels} bytes, each 0 to 255, in the order row,
   *     column, channel
   * @throws ImageException if a size is less than 1, or the samples are fewer or more
   */
  public static Picture of(int height, int width, int channels, byte[] samples) {
    return new Picture(height, width, channels, samples.clone());
  }

  /** A picture over this very array, which must not be written to any more. */
  static Picture wrap(int height, int width, int channels, byte[] samples) {
    return new Picture(height, width, channels, samples);
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** 1 (gray) or 3 (red, green, blue). */
  public int channels() {
    return channels;
  }

  /** One sample, 0 to 255; row, column and channel count from 0. */
  public int sample(int row, int column, int channel) {
    Objects.checkIndex(row, height);
    Objects.checkIndex(column, width);
    Objects.checkIndex(channel, channels);
    return samples[(row * width + column) * channels + channel] & 0xff;
  }

  /** A copy of all samples in the order row, column, channel. */
  public byte[] toBytes() {
    return samples.clone();
  }

  /** The samples themselves, not to be written to. */
  byte[] samples() {
    return samples;
  }

  /**
   * The picture in one channel: luma after ITU-R 601-2, {@code 0.299 R + 0.587 G + 0.114 B}, in 16
   * bits of fraction and rounded, as Pillow's {@code convert("L")}.
   */
  public Picture toGray() {
    if (channels == 1) {
      return this;
    }
    var gray = new byte[height * width];
    for (int pixel = 0, from = 0; pixel < gray.length; pixel++, from += 3) {
      int red = samples[from] & 0xff;
      int green = samples[from + 1] & 0xff;
      int blue = samples[from + 2] & 0xff;
      gray[pixel] = (byte) ((19595 * red + 38470 * green + 7471 * blue + 0x8000) >> 16);
    }
    return wrap(height, width, 1, gray);
  }

  /** The picture in three channels; gray is repeated. */
  public Picture toRgb() {
    if (channels == 3) {
      return this;
    }
    var rgb = new byte[Math.multiplyExact(samples.length, 3)];
    for (int pixel = 0, to = 0; pixel < samples.length; pixel++, to += 3) {
      byte gray = samples[pixel];
      rgb[to] = gray;
      rgb[to + 1] = gray;
      rgb[to + 2] = gray;
    }
    return wrap(height, width, 3, rgb);
  }

  /** The samples as numbers from 0 to 255, 1 × channels × height × width. */
  public Tensor toTensor() {
    var values = new float[samples.length];
    int plane = height * width;
    for (int channel = 0; channel < channels; channel++) {
      int to = channel * plane;
      for (int from = channel; from < samples.length; from += channels) {
        values[to++] = samples[from] & 0xff;
      }
    }
    return Tensor.wrap(Shape.of(1, channels, height, width), values);
  }

  /**
   * A part of the picture.
   *
   * @param top the first row, from 0
   * @param left the first column, from 0
   * @throws ImageException if the part isn't wholly inside the picture
   */
  public Picture crop(int top, int left, int height, int width) {
    if (top < 0
        || left < 0
        || height < 1
        || width < 1
        || top > this.height - height
        || left > this.width - width) {
      throw new ImageException(
          "the part of %d × %d from row %d and column %d isn't inside the picture of %d × %d"
              .formatted(height, width, top, left, this.height, this.width));
    }
    var part = new byte[height * width * channels];
    int line = width * channels;
    for (int row = 0; row < height; row++) {
      int from = ((top + row) * this.width + left) * channels;
      System.arraycopy(samples, from, part, row * line, line);
    }
    return wrap(height, width, channels, part);
  }

  /**
   * The picture shrunk by whole numbers: each new sample is the mean of a box of old ones, rounded
   * half up. Boxes at the right and lower borders may be smaller.
   *
   * @param rows how many old rows make a new one, at least 1
   * @param columns how many old columns make a new one, at least 1
   * @return ⌈height / rows⌉ × ⌈width / columns⌉
   * @throws ImageException if rows or columns are less than 1
   */
  public Picture reduce(int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw new ImageException(
          "a picture can be shrunk by 1 or more, but not by " + rows + " × " + columns);
    }
    return BoxReduction.reduce(this, Math.min(rows, height), Math.min(columns, width));
  }

  /**
   * Samples the picture through an affine map, bilinearly between pixel centres; beyond its borders
   * it is mirrored. Where the map shrinks by two or more, the picture is first shrunk by the whole
   * number in that, so that nothing between the places is overlooked.
   *
   * @param map from the new pixels to places of this picture
   * @param height new rows, at least 1
   * @param width new columns, at least 1
   * @param target takes {@code channels · height · width} values from 0 to 255, one channel's plane
   *     after another
   * @param at where in {@code target} the first goes
   * @throws IndexOutOfBoundsException if they don't fit into {@code target}
   */
  public void sample(Affine map, int height, int width, float[] target, int at) {
    Objects.checkFromIndexSize(at, channels * height * width, target.length);
    int columns = (int) Math.max(1, Math.min(this.width, map.pixelWidth()));
    int rows = (int) Math.max(1, Math.min(this.height, map.pixelHeight()));
    var shrunk = map.then(Affine.scaling(1.0 / columns, 1.0 / rows));
    new AffineSampling(reduce(rows, columns)).sample(shrunk, height, width, target, at);
  }

  /** The picture for Java2D and Swing: {@code TYPE_BYTE_GRAY} or {@code TYPE_INT_RGB}. */
  public BufferedImage toBufferedImage() {
    if (channels == 1) {
      var gray = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
      gray.getRaster().setDataElements(0, 0, width, height, samples);
      return gray;
    }
    var rgb = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var line = new int[width];
    for (int row = 0, from = 0; row < height; row++) {
      for (int column = 0; column < width; column++, from += 3) {
        line[column] =
            (samples[from] & 0xff) << 16
                | (samples[from + 1] & 0xff) << 8
                | samples[from + 2] & 0xff;
      }
      rgb.getRaster().setDataElements(0, row, width, 1, line);
    }
    return rgb;
  }

  /**
   * Writes the picture as a PNG, beside its place first and moved there when it is whole.
   *
   * @throws ImageException if the file can't be written
   */
  public void write(Path png) {
    OutputFile.write(png, out -> PngEncoder.write(this, out));
  }

  /** The same as bytes, for whoever sends it on. */
  public byte[] toPng() {
    return bytes(PngEncoder::write);
  }

  /**
   * The picture as JPEG: to look at, in far fewer bytes than PNG, but its samples are not exact.
   */
  public byte[] toJpeg() {
    return bytes(JpegEncoder::write);
  }

  private byte[] bytes(Encoder encoder) {
    var bytes = new ByteArrayOutputStream();
    try {
      encoder.write(this, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory takes all
    }
    return bytes.toByteArray();
  }

  private interface Encoder {
    void write(Picture picture, OutputStream out) throws IOException;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture picture
        && height == picture.height
        && width == picture.width
        && channels == picture.channels
        && Arrays.equals(samples, picture.samples);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hash(height, width, channels) + Arrays.hashCode(samples);
  }

  /** The size as people read it: {@code 375 × 500 × 3}, height × width × channels. */
  @Override
  public String toString() {
    return height + " × " + width + " × " + channels;
  }
}
