package io.fovea.tensor;

/**
 * The shape of a tensor, N × C × H × W.
 *
 * @param batch how many items (pictures), at least 1
 * @param channels channels of each item, at least 1
 * @param height rows of each channel, at least 1
 * @param width columns of each channel, at least 1
 */
public record Shape(int batch, int channels, int height, int width) {
  /** The most values one tensor may hold: what a Java array can index. */
  public static final int MAX_ELEMENTS = Integer.MAX_VALUE - 8;

  /**
   * Checks that every dimension is at least 1 and that the values can be indexed.
   *
   * @throws FoveaException if not
   */
  public Shape {
    if (batch < 1 || channels < 1 || height < 1 || width < 1) {
      throw new FoveaException(
          "every dimension of a tensor must be at least 1, but the shape is "
              + text(batch, channels, height, width));
    }
    long plane = (long) height * width;
    if (plane > MAX_ELEMENTS
        || plane * channels > MAX_ELEMENTS
        || plane * channels * batch > MAX_ELEMENTS) {
      throw new FoveaException(
          "a tensor of "
              + text(batch, channels, height, width)
              + " has more values than the "
              + MAX_ELEMENTS
              + " that one may hold");
    }
  }

  /** The shape {@code batch × channels × height × width}. */
  public static Shape of(int batch, int channels, int height, int width) {
    return new Shape(batch, channels, height, width);
  }

  /** How many values a tensor of this shape holds. */
  public int elementCount() {
    return batch * itemElementCount();
  }

  /** How many values one item of the batch holds. */
  public int itemElementCount() {
    return channels * height * width;
  }

  /** The same shape for another number of items. */
  public Shape withBatch(int newBatch) {
    return new Shape(newBatch, channels, height, width);
  }

  /** The size of one item as people read it: {@code 113 × 113 × 64}, height × width × channels. */
  public String itemText() {
    return height + " × " + width + " × " + channels;
  }

  // By hand, as a record's own equals and hashCode bootstrap method handles on first use.
  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape
        && batch == shape.batch
        && channels == shape.channels
        && height == shape.height
        && width == shape.width;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * batch + channels) + height) + width;
  }

  /** The shape in memory's order: {@code 1 × 64 × 113 × 113}. */
  @Override
  public String toString() {
    return text(batch, channels, height, width);
  }

  private static String text(int batch, int channels, int height, int width) {
    return batch + " × " + channels + " × " + height + " × " + width;
  }
}
