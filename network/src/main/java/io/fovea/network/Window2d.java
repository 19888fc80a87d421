package io.fovea.network;

import io.fovea.tensor.Shape;

/**
 * A window that slides over the rows and columns of a channel.
 *
 * @param vertical over the rows
 * @param horizontal over the columns
 */
public record Window2d(Window vertical, Window horizontal) {
  /** A window that looks at one value at a time. */
  public static final Window2d POINT = new Window2d(Window.POINT, Window.POINT);

  /** A window that sees all rows and columns of such an input at once. */
  public static Window2d whole(Shape input) {
    return new Window2d(Window.whole(input.height()), Window.whole(input.width()));
  }

  /** The window with these hyperparameters over such an input, "same" padding worked out. */
  public static Window2d of(
      Size kernel, Stride stride, Padding padding, Dilation dilation, boolean ceil, Shape input) {
    return new Window2d(
        axis(
            kernel.height(),
            stride.vertical(),
            dilation.vertical(),
            padding,
            padding.top(),
            padding.bottom(),
            ceil,
            input.height()),
        axis(
            kernel.width(),
            stride.horizontal(),
            dilation.horizontal(),
            padding,
            padding.left(),
            padding.right(),
            ceil,
            input.width()));
  }

  /** The output's rows and columns. */
  public Size outputSize(Shape input) {
    return new Size(vertical.outputSize(input.height()), horizontal.outputSize(input.width()));
  }

  private static Window axis(
      int kernel,
      int stride,
      int dilation,
      Padding padding,
      int before,
      int after,
      boolean ceil,
      int input) {
    if (padding.mode() == Padding.Mode.EXPLICIT) {
      return new Window(kernel, stride, dilation, before, after, ceil);
    }
    int extent = new Window(kernel, stride, dilation, 0, 0, false).extent();
    int places = Math.floorDiv(input - 1, stride) + 1;
    long total = Math.max(0, (long) (places - 1) * stride + extent - input);
    int less = Math.toIntExact(total / 2);
    int more = Math.toIntExact(total - less);
    return padding.mode() == Padding.Mode.SAME_UPPER
        ? new Window(kernel, stride, dilation, less, more, false)
        : new Window(kernel, stride, dilation, more, less, false);
  }
}
