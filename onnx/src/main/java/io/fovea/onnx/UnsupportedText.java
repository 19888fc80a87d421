package io.fovea.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One sentence that names every node that isn't understood, those with one cause together. */
final class UnsupportedText {
  private UnsupportedText() {}

  static String of(List<UnsupportedNode> nodes) {
    Map<String, List<UnsupportedNode>> groups =
        nodes.stream()
            .collect(
                Collectors.groupingBy(
                    node -> node.operator() + " needs " + node.need(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return "Fovea doesn't understand "
        + (nodes.size() == 1 ? "a node" : nodes.size() + " nodes")
        + ": "
        + groups.entrySet().stream()
            .map(group -> group.getKey() + ", at " + names(group.getValue()))
            .collect(Collectors.joining("; "));
  }

  private static String names(List<UnsupportedNode> nodes) {
    return nodes.stream().map(UnsupportedNode::node).collect(Collectors.joining(", "));
  }
}
