package io.fovea.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Draws as SVG 1.1. Text stays text: who shows the file chooses the font, so none is needed here.
 * The same chart gives the same bytes on every machine.
 */
final class SvgCanvas implements Canvas {
  private static final String FONTS = "Helvetica, Arial, 'DejaVu Sans', sans-serif";

  private final StringBuilder svg = new StringBuilder();

  SvgCanvas(int width, int height, String title) {
    svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
    svg.append("\" height=\"").append(height);
    svg.append("\" viewBox=\"0 0 ").append(width).append(' ').append(height);
    svg.append("\" font-family=\"").append(FONTS).append("\" role=\"img\">\n");
    svg.append("<title>").append(escape(title)).append("</title>\n");
  }

  /** The whole file. */
  byte[] toBytes() {
    return (svg + "</svg>\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void fill(Area area, int rgb) {
    svg.append("<rect").append(bounds(area));
    svg.append(" fill=\"").append(color(rgb)).append("\"/>\n");
  }

  @Override
  public void line(double[] x, double[] y, Pen pen) {
    svg.append("<path d=\"");
    for (int i = 0; i < x.length; i++) {
      svg.append(i == 0 ? 'M' : 'L').append(number(x[i])).append(' ').append(number(y[i]));
    }
    svg.append("\" fill=\"none\" stroke-linejoin=\"round\" stroke=\"").append(color(pen.rgb()));
    svg.append("\" stroke-width=\"").append(number(pen.width()));
    if (pen.dash() > 0) {
      svg.append("\" stroke-dasharray=\"").append(number(pen.dash()));
    }
    svg.append("\"/>\n");
  }

  @Override
  public void dot(double x, double y, double radius, int rgb) {
    svg.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
    svg.append("\" r=\"").append(number(radius)).append("\" fill=\"").append(color(rgb));
    svg.append("\"/>\n");
  }

  @Override
  public void text(String text, double x, double y, Type type, Anchor anchor, Direction direction) {
    svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
    svg.append("\" font-size=\"").append(number(type.size()));
    svg.append("\" fill=\"").append(color(type.rgb())).append('"');
    if (type.bold()) {
      svg.append(" font-weight=\"bold\"");
    }
    if (anchor != Anchor.START) {
      svg.append(" text-anchor=\"").append(anchor.name().toLowerCase(Locale.ROOT)).append('"');
    }
    if (direction == Direction.UPWARD) {
      svg.append(" transform=\"rotate(-90 ").append(number(x)).append(' ');
      svg.append(number(y)).append(")\"");
    }
    svg.append('>').append(escape(text)).append("</text>\n");
  }

  private static String bounds(Area area) {
    return " x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
        .formatted(number(area.x()), number(area.y()), number(area.width()), number(area.height()));
  }

  /** At most two digits after the point, and none that say nothing: 3, 0.5, 12.25. */
  static String number(double value) {
    var rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String color(int rgb) {
    return "#%06x".formatted(rgb);
  }

  /** A name may hold anything: what XML would read as its own is escaped, what it forbids goes. */
  static String escape(String text) {
    var escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(character) ? character : '\ufffd');
              }
            });
    return escaped.toString();
  }

  private static boolean isXml(int character) {
    return character >= ' ' && character < 0xd800
        || character > 0xdfff && character != 0xfffe && character != 0xffff;
  }
}
