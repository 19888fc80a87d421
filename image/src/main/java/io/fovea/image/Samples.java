package io.fovea.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Takes the stored samples out of what a reader of Java's Image I/O decoded. */
final class Samples {
  private Samples() {}

  /**
   * The picture as its samples are stored: scaled to 8 bits where they have more or fewer, alpha
   * dropped, inks made RGB, and the profile applied only where that is asked for.
   *
   * @param format what errors call the file, as in "the TIFF"
   * @throws ImageException if the samples are numbers with a fraction, or of another colour space
   */
  static Picture of(String format, BufferedImage image, ColourProfile profile) {
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return ofPalette(image.getRaster(), palette);
    }
    if (image.isAlphaPremultiplied()) {
      image.coerceData(false);
    }
    int channels = channels(format, image);
    byte[] samples = samples(format, image, channels);
    ColorSpace space = image.getColorModel().getColorSpace();
    int height = image.getHeight();
    int width = image.getWidth();
    if (profile == ColourProfile.APPLY && !space.isCS_sRGB() && hasOwnProfile(space)) {
      byte[] icc = ((ICC_ColorSpace) space).getProfile().getData();
      return IccProfile.of(format, icc).toSrgb(height, width, channels, samples);
    }
    return channels == 4
        ? Picture.wrap(height, width, 3, JpegColours.inksToRgb(samples))
        : Picture.wrap(height, width, channels, samples);
  }

  /** Java's own gray space is linear and not what a gray file without a profile means. */
  private static boolean hasOwnProfile(ColorSpace space) {
    return space instanceof ICC_ColorSpace own
        && own.getProfile() != ICC_Profile.getInstance(ColorSpace.CS_GRAY);
  }

  private static int channels(String format, BufferedImage image) {
    return switch (image.getColorModel().getColorSpace().getType()) {
      case ColorSpace.TYPE_GRAY -> 1;
      case ColorSpace.TYPE_RGB -> 3;
      case ColorSpace.TYPE_CMYK -> 4;
      default ->
          throw new ImageException(
              "the %s has colours that are neither gray, RGB nor CMYK; save it as RGB"
                  .formatted(format));
    };
  }

  private static byte[] samples(String format, BufferedImage image, int channels) {
    Raster raster = image.getRaster();
    int type = raster.getDataBuffer().getDataType();
    if (type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE) {
      throw new ImageException(
          "the %s has floating-point samples, whose white isn't told; save it with 8 or 16 bits, or as an array (.npy)"
              .formatted(format));
    }
    int width = image.getWidth();
    var samples = new byte[Math.toIntExact((long) image.getHeight() * width * channels)];
    var line = new int[width];
    for (int channel = 0; channel < channels; channel++) {
      long most = (1L << raster.getSampleModel().getSampleSize(channel)) - 1;
      for (int row = 0; row < image.getHeight(); row++) {
        raster.getSamples(0, row, width, 1, channel, line);
        int to = row * width * channels + channel;
        for (int column = 0; column < width; column++, to += channels) {
          samples[to] = eightBits(line[column] & 0xffffffffL, most);
        }
      }
    }
    return samples;
  }

  private static byte eightBits(long sample, long most) {
    return (byte) (most == 255 ? sample : (sample * 255 + most / 2) / most);
  }

  private static Picture ofPalette(Raster raster, IndexColorModel palette) {
    int width = raster.getWidth();
    var samples = new byte[Math.toIntExact(3L * raster.getHeight() * width)];
    var line = new int[width];
    for (int row = 0, to = 0; row < raster.getHeight(); row++) {
      raster.getSamples(0, row, width, 1, 0, line);
      for (int number : line) {
        samples[to++] = (byte) palette.getRed(number);
        samples[to++] = (byte) palette.getGreen(number);
        samples[to++] = (byte) palette.getBlue(number);
      }
    }
    return Picture.wrap(raster.getHeight(), width, 3, samples);
  }
}
