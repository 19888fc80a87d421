package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashMap;
import java.util.Map;

/** Gives each node a name of its own. */
final class NodeNames {
  /** Each name given, with the last number that was put behind it. */
  private final Map<String, Integer> taken = new HashMap<>();

  /** The node's name, else that of its first output, with a number where it is taken. */
  String of(NodeProto node) {
    String name = wanted(node);
    return unique(name.isEmpty() ? node.getOpType() : name);
  }

  /** This name, with a number behind it where it is taken. */
  String unique(String name) {
    String free = name;
    int number = taken.getOrDefault(name, 0);
    while (taken.containsKey(free)) {
      number++;
      free = name + "_" + (number + 1);
    }
    taken.put(name, number);
    taken.putIfAbsent(free, 0);
    return free;
  }

  /** The name that a message about the node uses. */
  static String wanted(NodeProto node) {
    if (!node.getName().isEmpty() || node.getOutputCount() == 0) {
      return node.getName();
    }
    return node.getOutput(0);
  }

  /** The operator, with its domain in front where it isn't ONNX's own. */
  static String operator(NodeProto node) {
    return isOwn(node) ? node.getOpType() : node.getDomain() + "." + node.getOpType();
  }

  /** Whether the operator is one of ONNX's own. */
  static boolean isOwn(NodeProto node) {
    return node.getDomain().isEmpty() || node.getDomain().equals(OnnxReader.OWN_DOMAIN);
  }
}
