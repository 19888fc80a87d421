package io.fovea.network;

/** What the two pooling layers say alike. */
final class Pooling {
  private Pooling() {}

  static String description(
      String what,
      Size kernel,
      Stride stride,
      Padding padding,
      Dilation dilation,
      boolean ceilMode) {
    return kernel
        + " "
        + what
        + " pooling with stride "
        + stride
        + (dilation.equals(Dilation.ONE) ? "" : ", dilation factor " + dilation)
        + " and padding "
        + padding
        + (ceilMode ? ", sizes rounded up" : "");
  }
}
