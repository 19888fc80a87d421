package io.fovea.network;

/**
 * A window that slides along one axis. All arithmetic of sizes is done here.
 *
 * @param kernel how many values it looks at, at least 1
 * @param stride how far it moves, at least 1
 * @param dilation distance between the values it looks at, at least 1
 * @param before padding before the first value
 * @param after padding after the last value
 * @param ceil whether a last window that hangs over the end counts (Caffe's pooling)
 */
public record Window(int kernel, int stride, int dilation, int before, int after, boolean ceil) {
  /** A window that looks at one value at a time. */
  public static final Window POINT = new Window(1, 1, 1, 0, 0, false);

  /** A window that looks at a whole axis of this length at once. */
  public static Window whole(int length) {
    return new Window(length, 1, 1, 0, 0, false);
  }

  /** From the first to the last value that it looks at: {@code dilation · (kernel − 1) + 1}. */
  public int extent() {
    return Math.addExact(Math.multiplyExact(dilation, kernel - 1), 1);
  }

  /**
   * How many places the window has on an axis of {@code input} values: ⌊(input + before + after −
   * dilation · (kernel − 1) − 1) / stride⌋ + 1, rounded up in ceil mode, where a window that would
   * start beyond the input and its padding before doesn't count (ONNX {@code MaxPool}).
   *
   * @throws NetworkException if the window doesn't fit even once
   */
  public int outputSize(int input) {
    long room = (long) input + before + after - extent();
    if (room < 0) {
      throw new NetworkException(
          "a window over %d values doesn't fit into %d values with padding %d and %d"
              .formatted(extent(), input, before, after));
    }
    if (!ceil) {
      return Math.toIntExact(Math.floorDiv(room, stride) + 1);
    }
    long places = -Math.floorDiv(-room, stride) + 1;
    boolean lastStartsInPaddingAfter = (places - 1) * stride >= (long) input + before;
    return Math.toIntExact(lastStartsInPaddingAfter ? places - 1 : places);
  }

  /** Values beyond the input and both paddings that the last window touches (ceil mode only). */
  public int overhang(int input) {
    long end = (long) (outputSize(input) - 1) * stride + extent();
    return Math.toIntExact(Math.max(0, end - ((long) input + before + after)));
  }

  /** The first input value, perhaps negative (padding), that output value {@code place} sees. */
  public int start(int place) {
    return place * stride - before;
  }
}
