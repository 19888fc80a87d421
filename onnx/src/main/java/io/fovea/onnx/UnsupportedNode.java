package io.fovea.onnx;

/**
 * A node of an ONNX graph that Fovea doesn't understand.
 *
 * @param node the node's name
 * @param operator the operator, with its domain in front where it isn't ONNX's own
 * @param need what Fovea would need to read it
 */
public record UnsupportedNode(String node, String operator, String need) {}
