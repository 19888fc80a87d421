package io.fovea.bench;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An ONNX file with other outputs than it came with. */
final class OnnxFile {
  private final ModelProto model;

  private OnnxFile(ModelProto model) {
    this.model = model;
  }

  static OnnxFile read(Path file) {
    try {
      return new OnnxFile(ModelProto.parseFrom(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new BenchException(file + " can't be read: " + e.getMessage(), e);
    }
  }

  byte[] bytes() {
    return model.toByteArray();
  }

  /** With the activation of every node among the outputs, in the order of the nodes. */
  OnnxFile withAllOutputs() {
    GraphProto graph = model.getGraph();
    return withGraph(
        graph.toBuilder()
            .clearOutput()
            .addAllOutput(
                graph.getNodeList().stream().map(node -> output(node.getOutput(0))).toList())
            .build());
  }

  /**
   * Ended at this node: its activation is the one output, and what it doesn't need is gone.
   *
   * @throws BenchException if no node has this name
   */
  OnnxFile cutAfter(String nodeName) {
    GraphProto graph = model.getGraph();
    NodeProto last =
        graph.getNodeList().stream()
            .filter(node -> node.getName().equals(nodeName))
            .findFirst()
            .orElseThrow(() -> new BenchException("the file has no node " + nodeName));
    Set<String> needed = needed(graph, last);
    return withGraph(
        graph.toBuilder()
            .clearNode()
            .addAllNode(kept(graph.getNodeList(), needed))
            .clearInitializer()
            .addAllInitializer(
                graph.getInitializerList().stream()
                    .filter(tensor -> needed.contains(tensor.getName()))
                    .toList())
            .clearOutput()
            .addOutput(output(last.getOutput(0)))
            .build());
  }

  /** The names of all that this node's activation is made of. */
  private static Set<String> needed(GraphProto graph, NodeProto last) {
    Map<String, NodeProto> makers = new LinkedHashMap<>();
    graph.getNodeList().forEach(node -> makers.put(node.getOutput(0), node));
    Set<String> needed = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(last.getOutput(0)));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (needed.add(name) && makers.containsKey(name)) {
        open.addAll(makers.get(name).getInputList());
      }
    }
    return needed;
  }

  private static List<NodeProto> kept(List<NodeProto> nodes, Set<String> needed) {
    return nodes.stream().filter(node -> needed.contains(node.getOutput(0))).toList();
  }

  private OnnxFile withGraph(GraphProto graph) {
    return new OnnxFile(model.toBuilder().setGraph(graph).build());
  }

  private static ValueInfoProto output(String name) {
    var type =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber()).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }
}
