package io.fovea.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One sentence that names what isn't understood, and of each cause the first nodes. */
final class UnsupportedText {
  private static final int NAMED = 6;

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
    String named =
        nodes.stream().limit(NAMED).map(UnsupportedNode::node).collect(Collectors.joining(", "));
    int more = nodes.size() - NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
