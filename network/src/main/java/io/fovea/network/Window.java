package io.fovea.network;

import io.fovea.tensor.Shape;

/**
 * A window that slides along one axis. All arithmetic of sizes is done here.
 *
 * @param kernel how many values it looks at, at least 1
 * @param stride how far it moves, at least 1
 * @param dilation distance between the values it looks at, at least 1
 * @param before padding before the first value, at least 0
 * @param after padding after the last value, at least 0
 * @param ceil whether a last window that hangs over the end counts (Caffe's pooling)
 */
public record Window(int kernel, int stride, int dilation, int before, int after, boolean ceil) {
  /** A window that looks at one value at a time. */
  public static final Window POINT = new Window(1, 1, 1, 0, 0, false);

  /** The longest axis with its padding, so that every place on one is an {@code int}. */
  private static final int LONGEST = 1 << 30;

  /**
   * Checks every number.
   *
   * @throws NetworkException if one is too small, or the window longer than any axis can be
   */
  public Window {
    if (kernel < 1 || stride < 1 || dilation < 1 || before < 0 || after < 0) {
      throw new NetworkException(
          ("kernel %d, stride %d and dilation %d of a window must be at least 1, "
                  + "padding %d and %d at least 0")
              .formatted(kernel, stride, dilation, before, after));
    }
    long extent = (long) dilation * (kernel - 1) + 1;
    if (extent > Shape.MAX_ELEMENTS) {
      throw new NetworkException(
          "a window over %d values is longer than any axis can be; check its kernel and dilation"
              .formatted(extent));
    }
  }

  /** A window that looks at a whole axis of this length at once. */
  public static Window whole(int length) {
    return new Window(length, 1, 1, 0, 0, false);
  }

  /** From the first to the last value that it looks at: {@code dilation · (kernel − 1) + 1}. */
  public int extent() {
    return dilation * (kernel - 1) + 1;
  }

  /**
   * How many places the window has on an axis of {@code input} values: ⌊(input + before + after −
   * dilation · (kernel − 1) − 1) / stride⌋ + 1, rounded up in ceil mode, where a window that would
   * start beyond the input and its padding before doesn't count (ONNX {@code MaxPool}).
   *
   * @param input how many values, at least 1
   * @throws NetworkException if the window doesn't fit even once, or the axis with its padding is
   *     too long
   */
  public int outputSize(int input) {
    long padded = (long) before + input + after;
    if (padded > LONGEST) {
      throw new NetworkException(
          "an axis of %d values with padding %d and %d is longer than the %d that can be worked on"
              .formatted(input, before, after, LONGEST));
    }
    long room = padded - extent();
    if (room < 0) {
      throw new NetworkException(
          ("a window over %d values doesn't fit into %d values with padding %d and %d; "
                  + "give it a larger input or more padding")
              .formatted(extent(), input, before, after));
    }
    if (!ceil) {
      return Math.toIntExact(Math.floorDiv(room, stride) + 1);
    }
    long places = -Math.floorDiv(-room, stride) + 1;
    boolean lastStartsInPaddingAfter = (places - 1) * stride >= (long) input + before;
    return Math.toIntExact(lastStartsInPaddingAfter ? places - 1 : places);
  }

  /**
   * Values beyond the input and both paddings that the last window touches (ceil mode only).
   *
   * @throws NetworkException if the window doesn't fit even once
   */
  public int overhang(int input) {
    long end = (long) (outputSize(input) - 1) * stride + extent();
    return Math.toIntExact(Math.max(0, end - ((long) input + before + after)));
  }

  /**
   * The first input value, perhaps negative (padding), that output value {@code place} sees.
   *
   * @param place from 0 to the output size, less 1
   */
  public int start(int place) {
    return place * stride - before;
  }
}
