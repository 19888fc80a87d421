package io.fovea.onnx;

import io.fovea.tensor.FoveaException;
import java.util.List;

/** An ONNX file can't be read, or holds nodes that Fovea doesn't understand. */
public final class OnnxException extends FoveaException {
  private static final long serialVersionUID = 1L;

  private final transient List<UnsupportedNode> unsupported;

  /** An exception with its sentence. */
  OnnxException(String message) {
    this(message, List.of());
  }

  /** An exception with its sentence, and the nodes that it names. */
  OnnxException(String message, List<UnsupportedNode> unsupported) {
    super(message);
    this.unsupported = List.copyOf(unsupported);
  }

  /** An exception with its sentence, caused by another. */
  OnnxException(String message, Throwable cause) {
    super(message, cause);
    this.unsupported = List.of();
  }

  /** Every node that isn't understood, in the file's order; empty where something else is wrong. */
  public List<UnsupportedNode> unsupported() {
    return unsupported;
  }
}
