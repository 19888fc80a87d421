package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What each name of the graph stands for; initializers are decoded when first asked for. */
final class Values {
  /** The most values, of all nodes together, that a file may have made without holding them. */
  private static final long MOST_FILLED = 1L << 26;

  /** How often the values of a file may be copied in another order, and as many besides. */
  private static final int MOST_COPIES = 8;

  private static final long FREE_COPIES = 1L << 20;

  private final Map<String, Value> known = new HashMap<>();
  private final Map<String, TensorProto> initializers = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final Set<String> sparse = new HashSet<>();
  private final ExternalData external;
  private long filled;
  private long decoded;
  private long copied;

  Values(GraphProto graph, ExternalData external) {
    this.external = external;
    for (TensorProto initializer : graph.getInitializerList()) {
      if (initializers.put(initializer.getName(), initializer) != null) {
        throw new OnnxException(
            "has two initializers named %s; give each one its own name"
                .formatted(initializer.getName()));
      }
    }
    for (SparseTensorProto each : graph.getSparseInitializerList()) {
      sparse.add(each.getValues().getName());
    }
    for (NodeProto node : graph.getNodeList()) {
      node.getInputList().forEach(input -> uses.merge(input, 1, Integer::sum));
    }
    for (ValueInfoProto output : graph.getOutputList()) {
      uses.merge(output.getName(), 1, Integer::sum);
    }
  }

  void define(String name, Value value) {
    known.put(name, value);
  }

  boolean isInitializer(String name) {
    return initializers.containsKey(name);
  }

  /** How many nodes and outputs of the graph take it. */
  int uses(String name) {
    return uses.getOrDefault(name, 0);
  }

  /**
   * What it stands for.
   *
   * @throws Unsupported if it is an initializer that isn't written out in full
   */
  Optional<Value> find(String name) {
    if (sparse.contains(name)) {
      throw new Unsupported("all numbers of %s, not only those that aren't 0".formatted(name));
    }
    Value value = known.get(name);
    if (value == null && initializers.containsKey(name)) {
      value = decode(initializers.get(name), name);
      known.put(name, value);
    }
    return Optional.ofNullable(value);
  }

  /** One dimension of an initializer, without reading it. */
  OptionalInt dimension(String name, int index) {
    TensorProto tensor = initializers.get(name);
    return tensor != null && index < tensor.getDimsCount() && tensor.getDims(index) > 0
        ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, tensor.getDims(index)))
        : OptionalInt.empty();
  }

  /** Counts values that the file doesn't hold but has made. */
  void fill(long count) {
    filled += count;
    if (filled > MOST_FILLED) {
      throw new OnnxException(
          "asks for %,d values that aren't in the file, more than the %,d that are made"
              .formatted(filled, MOST_FILLED));
    }
  }

  /** Counts values that are copied in another order, so that a small file can't fill memory. */
  void copy(long count) {
    copied += count;
    if (copied > MOST_COPIES * decoded + FREE_COPIES) {
      throw new OnnxException("takes the same weights in another order too often");
    }
  }

  /** Decodes a tensor. */
  Constant decode(TensorProto tensor, String name) {
    Constant constant = TensorDecoder.decode(tensor, name, external);
    decoded += constant.count();
    return constant;
  }
}
