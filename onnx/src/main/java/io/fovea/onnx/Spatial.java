package io.fovea.onnx;

import io.fovea.network.Axis;
import io.fovea.network.Dilation;
import io.fovea.network.Padding;
import io.fovea.network.Size;
import io.fovea.network.Stride;
import java.util.List;

/**
 * How the window of a node lies over rows and columns: over both, over both the other way round, or
 * over the columns of a single row (N × C × L).
 */
enum Spatial {
  PLANE(2),
  TURNED_PLANE(2),
  LINE(1);

  private final int dimensions;

  Spatial(int dimensions) {
    this.dimensions = dimensions;
  }

  /** How a window lies over this activation. */
  static Spatial of(Node node, Activation input) {
    List<Axis> axes = input.axes();
    if (axes.equals(List.of(Axis.BATCH, Axis.CHANNEL, Axis.HEIGHT, Axis.WIDTH))) {
      return PLANE;
    }
    if (axes.equals(List.of(Axis.BATCH, Axis.CHANNEL, Axis.WIDTH, Axis.HEIGHT))) {
      return TURNED_PLANE;
    }
    if (axes.equals(List.of(Axis.BATCH, Axis.CHANNEL, Axis.WIDTH))) {
      return LINE;
    }
    throw new Unsupported(
        "an input of channels × rows × columns or of channels × length (it has %d dimensions)"
            .formatted(input.rank()));
  }

  /** How many dimensions the window has in the file. */
  int dimensions() {
    return dimensions;
  }

  Size size(int... sizes) {
    return new Size(vertical(sizes), horizontal(sizes));
  }

  Stride stride(Node node) {
    int[] strides = node.attributes().sizes("strides", dimensions, 1);
    return new Stride(vertical(strides), horizontal(strides));
  }

  Dilation dilation(Node node) {
    int[] dilations = node.attributes().sizes("dilations", dimensions, 1);
    return new Dilation(vertical(dilations), horizontal(dilations));
  }

  /** The node's padding, with that of a Pad node before it. */
  Padding padding(Node node, Activation input) {
    String mode = node.attributes().text("auto_pad", "NOTSET");
    Padding own =
        switch (mode) {
          case "NOTSET", "" -> explicit(node.attributes().sizes("pads", 2 * dimensions, 0));
          case "VALID" -> Padding.NONE;
          case "SAME_UPPER" -> Padding.SAME;
          case "SAME_LOWER" -> Padding.SAME_LOWER;
          default ->
              throw new OnnxException(
                  "auto_pad is %s, but must be NOTSET, VALID, SAME_UPPER or SAME_LOWER"
                      .formatted(mode));
        };
    return input.pad().map(before -> sum(own, before)).orElse(own);
  }

  private static Padding sum(Padding own, Padding before) {
    if (own.mode() != Padding.Mode.EXPLICIT) {
      throw new Unsupported("a layer that pads its input (a Pad stands before auto_pad)");
    }
    return Padding.of(
        own.top() + before.top(),
        own.bottom() + before.bottom(),
        own.left() + before.left(),
        own.right() + before.right());
  }

  /** ONNX's order: the begin of every dimension, then the end of every dimension. */
  private Padding explicit(int[] pads) {
    return switch (this) {
      case PLANE -> Padding.of(pads[0], pads[2], pads[1], pads[3]);
      case TURNED_PLANE -> Padding.of(pads[1], pads[3], pads[0], pads[2]);
      case LINE -> Padding.of(0, 0, pads[0], pads[1]);
    };
  }

  private int vertical(int[] sizes) {
    return switch (this) {
      case PLANE -> sizes[0];
      case TURNED_PLANE -> sizes[1];
      case LINE -> 1;
    };
  }

  private int horizontal(int[] sizes) {
    return this == PLANE ? sizes[1] : sizes[0];
  }
}
