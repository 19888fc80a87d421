package io.fovea.chart;

import io.fovea.image.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Draws pixels through Java2D, two a point so that small text stays sharp, which needs no screen
 * but one font of the machine.
 */
final class PngCanvas implements Canvas, AutoCloseable {
  private static final int SCALE = 2;

  private final BufferedImage image;
  private final Graphics2D graphics;

  PngCanvas(int width, int height) {
    image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(SCALE, SCALE);
  }

  /** What is drawn so far. */
  Picture toPicture() {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    var samples = new byte[pixels.length * 3];
    for (int pixel = 0, to = 0; pixel < pixels.length; pixel++) {
      samples[to++] = (byte) (pixels[pixel] >> 16);
      samples[to++] = (byte) (pixels[pixel] >> 8);
      samples[to++] = (byte) pixels[pixel];
    }
    return Picture.of(image.getHeight(), image.getWidth(), 3, samples);
  }

  @Override
  public void fill(Area area, int rgb) {
    graphics.setColor(new Color(rgb));
    graphics.fill(bounds(area));
  }

  @Override
  public void line(double[] x, double[] y, Pen pen) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO, x.length);
    path.moveTo(x[0], y[0]);
    for (int i = 1; i < x.length; i++) {
      path.lineTo(x[i], y[i]);
    }
    graphics.setColor(new Color(pen.rgb()));
    graphics.setStroke(stroke(pen));
    graphics.draw(path);
  }

  @Override
  public void dot(double x, double y, double radius, int rgb) {
    graphics.setColor(new Color(rgb));
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** The outlines of the letters are filled, so hinting for a screen plays no part. */
  @Override
  public void text(String text, double x, double y, Type type, Anchor anchor, Direction direction) {
    if (text.isEmpty()) {
      return;
    }
    var font =
        new Font(Font.SANS_SERIF, type.bold() ? Font.BOLD : Font.PLAIN, 1)
            .deriveFont((float) type.size());
    var letters =
        font.layoutGlyphVector(
            new FontRenderContext(null, true, true),
            text.toCharArray(),
            0,
            text.length(),
            Font.LAYOUT_LEFT_TO_RIGHT);
    double width = letters.getLogicalBounds().getWidth();
    double back =
        switch (anchor) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    var place = AffineTransform.getTranslateInstance(x, y);
    if (direction == Direction.UPWARD) {
      place.quadrantRotate(-1);
    }
    place.translate(-back, 0);
    graphics.setColor(new Color(type.rgb()));
    graphics.fill(place.createTransformedShape(letters.getOutline()));
  }

  @Override
  public void close() {
    graphics.dispose();
  }

  private static Rectangle2D bounds(Area area) {
    return new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height());
  }

  private static BasicStroke stroke(Pen pen) {
    float width = (float) pen.width();
    return pen.dash() > 0
        ? new BasicStroke(
            width,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1,
            new float[] {(float) pen.dash()},
            0)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }
}
