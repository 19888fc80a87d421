package io.fovea.onnx;

import java.util.Set;

/** Reads the nodes of some operators. */
interface OperatorMapping {
  /** The operators' names, all in ONNX's own domain. */
  Set<String> operators();

  /** The oldest version of ONNX's operators in which they mean what they mean here. */
  default long leastOpset() {
    return 1;
  }

  /**
   * What the node's first output stands for; a layer it makes is added.
   *
   * @throws Unsupported with what Fovea would need
   * @throws OnnxException if the node isn't as ONNX says it must be
   */
  Value read(Node node, Layers layers);

  /**
   * What the node's first output stands for where one of its inputs isn't understood.
   *
   * @throws Unsupported if the node isn't either, whatever its inputs are
   */
  default Unread readUnread(Node node, Unread input) {
    return input;
  }
}
