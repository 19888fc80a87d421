package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.fovea.tensor.FoveaException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes layers of a graph, node by node, and gathers what isn't understood. */
final class GraphReader {
  private final GraphProto graph;
  private final long opset;
  private final Map<String, String> metadata;
  private final Values values;
  private final Layers layers = new Layers();
  private final NodeNames names = new NodeNames();
  private final List<UnsupportedNode> unsupported = new ArrayList<>();
  private final Map<String, String> aliases = new HashMap<>();

  GraphReader(GraphProto graph, long opset, Map<String, String> metadata, ExternalData external) {
    this.graph = graph;
    this.metadata = metadata;
    this.opset = opset;
    this.values = new Values(graph, external);
  }

  /** The layers that the graph's outputs need; all of them where it declares none. */
  ReadGraph read() {
    readInputs();
    List<NodeProto> ordered = NodeOrder.of(graph.getNodeList());
    var nodeNames = new IdentityHashMap<NodeProto, String>();
    graph.getNodeList().forEach(node -> nodeNames.put(node, names.of(node)));
    for (NodeProto node : ordered) {
      readNode(node, nodeNames.getOrDefault(node, ""));
    }
    Map<String, String> outputs = outputs();
    if (!unsupported.isEmpty()) {
      throw new OnnxException(UnsupportedText.of(unsupported), unsupported);
    }
    if (!outputs.isEmpty()) {
      layers.keepNeeded(outputs.values());
      aliases.values().removeIf(layer -> layers.find(layer).isEmpty());
    }
    ClassificationOutputMapping.addTo(layers, names, outputValues(), metadata);
    var found = new HashMap<>(aliases);
    layers.all().forEach(layer -> found.remove(layer.name()));
    return new ReadGraph(layers.all(), found, outputs, layers.assumedSizes());
  }

  private void readInputs() {
    Map<String, Integer> channels = channels();
    for (ValueInfoProto input : graph.getInputList()) {
      if (!values.isInitializer(input.getName())) {
        try {
          values.define(
              input.getName(),
              ImageInputMapping.read(
                  input, Optional.ofNullable(channels.get(input.getName())), names, layers));
        } catch (Unsupported e) {
          if (values.uses(input.getName()) > 0) {
            unsupported.add(new UnsupportedNode(input.getName(), "an input", e.getMessage()));
          }
          values.define(input.getName(), new Unread(false));
        } catch (FoveaException e) {
          throw new OnnxException(input.getName() + ": " + e.getMessage(), e);
        }
      }
    }
  }

  /** How many channels the first convolution over a value wants, by the value's name. */
  private Map<String, Integer> channels() {
    var channels = new HashMap<String, Integer>();
    for (NodeProto node : graph.getNodeList()) {
      if (node.getOpType().equals("Conv") && node.getInputCount() > 1) {
        values
            .dimension(node.getInput(1), 1)
            .ifPresent(count -> channels.putIfAbsent(node.getInput(0), count));
      }
    }
    return channels;
  }

  private void readNode(NodeProto proto, String name) {
    Value value;
    try {
      value = valueOf(proto, name);
    } catch (Unsupported e) {
      unsupported.add(new UnsupportedNode(name, NodeNames.operator(proto), e.getMessage()));
      value = new Unread(false);
    } catch (FoveaException e) {
      String message = e.getMessage();
      throw new OnnxException(message.startsWith(name + ": ") ? message : name + ": " + message, e);
    }
    for (String output : proto.getOutputList()) {
      values.define(output, value);
    }
    if (value instanceof Activation activation) {
      aliases.put(proto.getOutput(0), activation.layer());
      aliases.put(name, activation.layer());
    }
  }

  private Value valueOf(NodeProto proto, String name) {
    if (proto.getOutputCount() == 0 || proto.getOutput(0).isEmpty()) {
      throw new OnnxException("gives no output");
    }
    Optional<OperatorMapping> mapping =
        NodeNames.isOwn(proto) ? Mappings.ofOperator(proto.getOpType()) : Optional.empty();
    if (mapping.isEmpty()) {
      throw new Unsupported("a layer of its own");
    }
    if (opset < mapping.get().leastOpset()) {
      throw new Unsupported(
          "operator set %d or newer (the file has %d; convert it)"
              .formatted(mapping.get().leastOpset(), opset));
    }
    var node = new Node(proto, name, opset, values);
    for (int i = 0; i < node.inputCount(); i++) {
      if (node.input(i).orElse(null) instanceof Unread unread) {
        return mapping.get().readUnread(node, unread);
      }
    }
    for (int i = 1; i < proto.getOutputCount(); i++) {
      if (values.uses(proto.getOutput(i)) > 0) {
        throw new Unsupported(
            "a layer that gives its output %d (%s) too".formatted(i + 1, proto.getOutput(i)));
      }
    }
    return mapping.get().read(node, layers);
  }

  private List<Activation> outputValues() {
    var found = new ArrayList<Activation>();
    for (ValueInfoProto output : graph.getOutputList()) {
      if (values.find(output.getName()).orElse(null) instanceof Activation activation) {
        found.add(activation);
      }
    }
    return found;
  }

  private Map<String, String> outputs() {
    var outputs = new LinkedHashMap<String, String>();
    for (ValueInfoProto output : graph.getOutputList()) {
      Value value = values.find(output.getName()).orElse(null);
      if (value == null) {
        throw new OnnxException(
            "has the output %s, but no node gives it; export the network again"
                .formatted(output.getName()));
      }
      if (value instanceof Constant) {
        unsupported.add(
            new UnsupportedNode(output.getName(), "an output", "to depend on an input"));
      } else if (value instanceof Activation activation) {
        if (activation.pad().isPresent()) {
          unsupported.add(
              new UnsupportedNode(output.getName(), "Pad", "a layer that pads its input"));
        }
        outputs.put(output.getName(), activation.layer());
      }
    }
    return outputs;
  }
}
