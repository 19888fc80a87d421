package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

/** Puts nodes behind those whose outputs they take, otherwise in the order of the file. */
final class NodeOrder {
  private static final int SHOWN = 8;

  private final List<NodeProto> nodes;
  private final Map<String, Integer> producers = new HashMap<>();

  private NodeOrder(List<NodeProto> nodes) {
    this.nodes = nodes;
    for (int i = 0; i < nodes.size(); i++) {
      for (String output : nodes.get(i).getOutputList()) {
        Integer other = output.isEmpty() ? null : producers.put(output, i);
        if (other != null) {
          throw new OnnxException(
              "two nodes, %s and %s, give the output %s; give each one its own"
                  .formatted(name(other), name(i), output));
        }
      }
    }
  }

  /**
   * The nodes in order.
   *
   * @throws OnnxException naming the nodes of a cycle, or an output that two nodes give
   */
  static List<NodeProto> of(List<NodeProto> nodes) {
    return new NodeOrder(nodes).sorted();
  }

  private List<NodeProto> sorted() {
    var waitsFor = new int[nodes.size()];
    var takers = new ArrayList<List<Integer>>();
    nodes.forEach(node -> takers.add(new ArrayList<>()));
    var ready = new PriorityQueue<Integer>();
    for (int i = 0; i < nodes.size(); i++) {
      for (String input : nodes.get(i).getInputList()) {
        Integer producer = producers.get(input);
        if (producer != null) {
          takers.get(producer).add(i);
          waitsFor[i]++;
        }
      }
      if (waitsFor[i] == 0) {
        ready.add(i);
      }
    }
    var sorted = new ArrayList<NodeProto>();
    while (!ready.isEmpty()) {
      int next = ready.remove();
      sorted.add(nodes.get(next));
      for (int taker : takers.get(next)) {
        if (--waitsFor[taker] == 0) {
          ready.add(taker);
        }
      }
    }
    if (sorted.size() < nodes.size()) {
      throw cycle(waitsFor);
    }
    return sorted;
  }

  /** Walks back from a node that waits, along nodes that wait, until one comes again. */
  private OnnxException cycle(int[] waitsFor) {
    int at = 0;
    while (waitsFor[at] == 0) {
      at++;
    }
    var path = new ArrayDeque<Integer>();
    var seen = new boolean[nodes.size()];
    while (!seen[at]) {
      seen[at] = true;
      path.addFirst(at);
      at = waitingProducer(at, waitsFor);
    }
    while (path.peekLast() != at) {
      path.removeLast();
    }
    String names = path.stream().limit(SHOWN).map(this::name).collect(Collectors.joining(", "));
    String more = path.size() > SHOWN ? " and %d more".formatted(path.size() - SHOWN) : "";
    return new OnnxException(
        "has a cycle, so that no order of its nodes can run: %s%s; export the network again"
            .formatted(names, more));
  }

  private int waitingProducer(int node, int[] waitsFor) {
    return nodes.get(node).getInputList().stream()
        .filter(producers::containsKey)
        .mapToInt(producers::get)
        .filter(producer -> waitsFor[producer] > 0)
        .findFirst()
        .orElseThrow();
  }

  private String name(int node) {
    return NodeNames.wanted(nodes.get(node));
  }
}
