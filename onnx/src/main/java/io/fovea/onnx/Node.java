package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node of the graph that is being read: its attributes, and what its inputs stand for. */
final class Node {
  private final NodeProto proto;
  private final String name;
  private final long opset;
  private final Attributes attributes;
  private final Values values;

  Node(NodeProto proto, String name, long opset, Values values) {
    this.proto = proto;
    this.name = name;
    this.opset = opset;
    this.attributes = new Attributes(proto);
    this.values = values;
  }

  /** The name, which its layer will have. */
  String name() {
    return name;
  }

  /** The operator's name, with its domain in front where it isn't ONNX's own. */
  String operator() {
    return NodeNames.operator(proto);
  }

  /** The version of ONNX's operators that the file is written in. */
  long opset() {
    return opset;
  }

  Attributes attributes() {
    return attributes;
  }

  Values values() {
    return values;
  }

  String output() {
    return proto.getOutput(0);
  }

  int inputCount() {
    return proto.getInputCount();
  }

  boolean hasInput(int index) {
    return index < proto.getInputCount() && !proto.getInput(index).isEmpty();
  }

  /** What the input stands for, where the graph says it. */
  Optional<Value> input(int index) {
    return hasInput(index) ? values.find(proto.getInput(index)) : Optional.empty();
  }

  /** An input that must be a layer's activation without padding left over for this node. */
  Activation activation(int index) {
    Activation activation = padded(index);
    if (activation.pad().isPresent()) {
      throw new Unsupported(
          "a layer that pads its input (a Pad stands before %s, which can't do it itself)"
              .formatted(operator()));
    }
    return activation;
  }

  /** An input that must be a layer's activation, perhaps with padding that this node takes over. */
  Activation padded(int index) {
    if (!hasInput(index)) {
      throw new OnnxException("has no input " + (index + 1));
    }
    String input = proto.getInput(index);
    Value value = values.find(input).orElseGet(() -> missing(input));
    if (value instanceof Activation activation) {
      return values.uses(input) > 1 ? activation.asShared() : activation;
    }
    throw new Unsupported("the activation of a layer, not a constant (%s)".formatted(input));
  }

  /** What is taken but isn't there stays so in the network, whose analysis reports it. */
  private static Activation missing(String input) {
    return Activation.of(input, Layout.ofRank(4).orElseThrow(), Optional.empty());
  }

  /** All inputs, each a layer's activation. */
  List<Activation> activations() {
    var all = new ArrayList<Activation>();
    for (int i = 0; i < inputCount(); i++) {
      all.add(activation(i));
    }
    return all;
  }

  /**
   * An input that must be known when the file is read.
   *
   * @param what what it is to the node: weights, bias, shape
   */
  Constant constant(int index, String what) {
    if (!hasInput(index)) {
      throw new OnnxException("has no " + what);
    }
    String input = proto.getInput(index);
    Value value =
        values
            .find(input)
            .orElseThrow(
                () ->
                    new OnnxException(
                        "takes %s as its %s, but no initializer, node or input of the graph has this name; export the file again"
                            .formatted(input, what)));
    if (value instanceof Constant constant) {
      return constant;
    }
    throw new Unsupported("its %s known before it runs, but %s isn't".formatted(what, input));
  }

  Optional<Constant> optionalConstant(int index, String what) {
    return hasInput(index) ? Optional.of(constant(index, what)) : Optional.empty();
  }

  /** Whole numbers that older operator sets give as an attribute and newer ones as an input. */
  Optional<List<Long>> integers(String attribute, int input) {
    return hasInput(input)
        ? Optional.of(constant(input, attribute).longs())
        : attributes.integers(attribute);
  }

  /** An axis of a tensor of so many dimensions; negative ones count from the end. */
  int axis(long axis, int rank) {
    long counted = axis < 0 ? axis + rank : axis;
    if (counted < 0 || counted >= rank) {
      throw new OnnxException(
          "has the axis %d, but its input has %d dimensions".formatted(axis, rank));
    }
    return (int) counted;
  }
}
