package io.fovea.onnx;

/** A mapping met a node that it can't map; {@link GraphReader} gathers them all. */
final class Unsupported extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what Fovea would need. */
  Unsupported(String need) {
    super(need, null, false, false);
  }
}
