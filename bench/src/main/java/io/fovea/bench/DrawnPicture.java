package io.fovea.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A picture that nobody has sent before. */
final class DrawnPicture {
  private static final int SIDE = 240;
  private static final int SHAPES = 12;

  private DrawnPicture() {}

  /**
   * A file of one.
   *
   * @param format "png" or "jpg"
   */
  static byte[] of(Chance chance, String format) {
    var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    for (int i = 0; i < SHAPES; i++) {
      graphics.setColor(new Color(chance.below(1 << 24)));
      graphics.fillOval(chance.below(SIDE), chance.below(SIDE), SIDE / 3, SIDE / 4);
    }
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new BenchException("a picture can't be drawn: " + e.getMessage(), e);
    }
    return bytes.toByteArray();
  }
}
