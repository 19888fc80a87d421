package io.fovea.app.server;

import io.fovea.image.Picture;
import java.util.Base64;
import java.util.Locale;

/** Writes what a graph's picture is made of, as SVG. */
final class GraphPen {
  private final Html svg = new Html();

  /** The picture begins: its size, its title and its style. */
  void begin(double width, double height, String title, String css) {
    String size = decimal(width) + " " + decimal(height);
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        decimal(width),
        "height",
        decimal(height),
        "viewBox",
        "0 0 " + size);
    svg.element("title", title).style(css);
  }

  /** The whole picture. */
  String end() {
    return svg.close("svg").toString();
  }

  /** What follows stands in a place of its own, from there on, until {@link #leave()}. */
  void enter(double x, double y) {
    svg.open("g", "transform", "translate(%s %s)".formatted(decimal(x), decimal(y)));
  }

  void leave() {
    svg.close("g");
  }

  /** What a pointer is told of all in this place. */
  void tell(String text) {
    svg.element("title", text);
  }

  void text(String style, double x, double y, String text) {
    svg.element("text", text, "class", style, "x", decimal(x), "y", decimal(y));
  }

  void path(String style, String path) {
    svg.open("path", "class", style, "d", path).close("path");
  }

  void box(String style, double x, double y, double width, double height, double round) {
    svg.open(
            "rect",
            "class",
            style,
            "x",
            decimal(x),
            "y",
            decimal(y),
            "width",
            decimal(width),
            "height",
            decimal(height),
            "rx",
            decimal(round))
        .close("rect");
  }

  void picture(Picture picture, double x, double y, double side) {
    String data = Base64.getEncoder().encodeToString(picture.toPng());
    svg.open(
            "image",
            "href",
            "data:image/png;base64," + data,
            "x",
            decimal(x),
            "y",
            decimal(y),
            "width",
            decimal(side),
            "height",
            decimal(side))
        .close("image");
  }

  static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
