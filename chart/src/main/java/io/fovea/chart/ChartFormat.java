package io.fovea.chart;

import io.fovea.image.OutputFile;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** What a chart is written as; the extension of the file says which. */
public enum ChartFormat {
  /**
   * Pixels, two a point. Needs a font on the machine, which the letters look like; a character that
   * no font there has becomes a box.
   */
  PNG,

  /** Lines and text to scale freely. Needs nothing of the machine. */
  SVG;

  /**
   * The format of a file that a chart is to go into. Whoever will draw a chart after hours of
   * training asks this before.
   *
   * @param file a name that ends in {@code .png} or {@code .svg}, in small or capital letters
   * @throws ChartException if it ends otherwise, or is a PNG and this machine has no font
   */
  public static ChartFormat of(Path file) {
    var name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".svg")) {
      return SVG;
    }
    if (name.endsWith(".png")) {
      requireFont(file, ChartFormat::measureText);
      return PNG;
    }
    throw new ChartException(
        file + ": a chart is written as PNG or SVG; let the name end in .png or .svg");
  }

  /** Writes what is painted on a canvas of this size in points, with a white ground. */
  static void write(Path file, String title, int width, int height, Consumer<Canvas> painting) {
    var ground = new Area(0, 0, width, height);
    if (of(file) == SVG) {
      var canvas = new SvgCanvas(width, height, title);
      canvas.fill(ground, Palette.WHITE);
      painting.accept(canvas);
      OutputFile.write(file, out -> out.write(canvas.toBytes()));
      return;
    }
    try (var canvas = new PngCanvas(width, height)) {
      canvas.fill(ground, Palette.WHITE);
      painting.accept(canvas);
      canvas.toPicture().write(file);
    }
  }

  /**
   * Where Java finds no font, or no library that reads them, it throws as the JDK goes: an Error
   * itself, an InternalError, a LinkageError or a RuntimeException.
   */
  static void requireFont(Path file, Runnable measuring) {
    try {
      measuring.run();
    } catch (Error | RuntimeException e) {
      throw new ChartException(
          "%s: the text of a PNG needs a font, and Java finds none on this machine; write the chart as .svg, or install a font and fontconfig (Debian: fontconfig, fonts-dejavu-core)"
              .formatted(file),
          e);
    }
  }

  private static void measureText() {
    new Font(Font.SANS_SERIF, Font.PLAIN, 12)
        .getStringBounds("0", new FontRenderContext(null, true, true));
  }
}
