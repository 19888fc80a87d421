package io.fovea.bench;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A photograph as the peers' small programs read it: with what the JDK has, nothing more. */
final class Photo {
  private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
  private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};
  private static final float WHITE = 255;

  private Photo() {}

  /** The middle square of a photograph, 1 × 3 × size × size, normalised as for ImageNet. */
  static Tensor read(Path file, int size) {
    try {
      BufferedImage image = ImageIO.read(file.toFile());
      if (image == null) {
        throw new BenchException(file + " isn't a picture that the JDK reads");
      }
      return tensor(scaled(image, size));
    } catch (IOException e) {
      throw new BenchException(file + " can't be read: " + e.getMessage(), e);
    }
  }

  private static BufferedImage scaled(BufferedImage image, int size) {
    int side = Math.min(image.getWidth(), image.getHeight());
    int left = (image.getWidth() - side) / 2;
    int top = (image.getHeight() - side) / 2;
    var square = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    var graphics = square.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(
        image,
        0,
        0,
        size,
        size,
        left,
        top,
        left + side,
        top + side,
        (img, flags, x, y, w, h) -> false);
    graphics.dispose();
    return square;
  }

  private static Tensor tensor(BufferedImage image) {
    int size = image.getWidth();
    int[] pixels = image.getRGB(0, 0, size, size, new int[size * size], 0, size);
    var values = new float[3 * pixels.length];
    for (int channel = 0; channel < 3; channel++) {
      for (int i = 0; i < pixels.length; i++) {
        float value = (pixels[i] >> (16 - 8 * channel) & 0xff) / WHITE;
        values[channel * pixels.length + i] = (value - MEAN[channel]) / DEVIATION[channel];
      }
    }
    return Tensor.wrap(Shape.of(1, 3, size, size), values);
  }

  /** The index of the greatest score. */
  static int firstClass(float[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }
}
