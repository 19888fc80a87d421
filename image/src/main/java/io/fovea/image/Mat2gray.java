package io.fovea.image;

import io.fovea.tensor.Tensor;

/**
 * Scales numbers to [0, 1] as MATLAB's {@code mat2gray}: {@code min(max((A − amin) / (amax − amin),
 * 0), 1)}, worked out in float64 and rounded once. Where amin = amax nothing is scaled, only
 * clipped.
 *
 * <p>NaN stays NaN. NaN and infinities don't count for amin and amax; infinities become 0 or 1.
 */
public final class Mat2gray {
  private Mat2gray() {}

  /** The tensor scaled from its least to its greatest value: one scale for all channels. */
  public static Tensor of(Tensor tensor) {
    return of(tensor, Limits.of(tensor.buffer()));
  }

  /**
   * The tensor scaled from {@code min}, which becomes 0, to {@code max}, which becomes 1.
   *
   * @throws ImageException if {@code min} is more than {@code max} or one isn't finite
   */
  public static Tensor of(Tensor tensor, double min, double max) {
    if (!Double.isFinite(min) || !Double.isFinite(max) || min > max) {
      throw new ImageException(
          "mat2gray must go from a lesser number to a greater one, not from %s to %s"
              .formatted(min, max));
    }
    return of(tensor, new Limits(min, max));
  }

  private static Tensor of(Tensor tensor, Limits limits) {
    var values = tensor.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) limits.unit(values[i]);
    }
    return Tensor.wrap(tensor.shape(), values);
  }
}
