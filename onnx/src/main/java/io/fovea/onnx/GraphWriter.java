package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.network.Shapes;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * A graph that is being written. An activation is N × C × H × W in it, or N × C behind a flatten or
 * a fully connected layer: what a layer needs in the other form gets a node that moves nothing.
 */
final class GraphWriter {
  /** Dimensions of an activation with rows and columns. */
  static final int PLANE = 4;

  /** Dimensions of an activation without. */
  static final int ROW = 2;

  private static final String BATCH = "N";

  private final Network network;
  private final Precision precision;
  private final Map<String, Shape> shapes;
  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final List<WrittenTensor> tensors = new ArrayList<>();
  private final NodeNames names = new NodeNames();
  private final Map<String, WrittenValue> values = new HashMap<>();
  private final Map<String, String> planes = new HashMap<>();
  private final Map<String, String> rows = new HashMap<>();
  private long opset = OnnxWriter.OPSET;

  GraphWriter(Network network, Precision precision) {
    this.network = network;
    this.precision = precision;
    this.shapes = Shapes.of(network, 1);
    network.layers().forEach(layer -> names.unique(layer.name()));
    graph.setName(network.name().isBlank() ? "network" : network.name());
  }

  /** The graph but for its tensors, with the outputs of the network. */
  GraphProto graph() {
    if (graph.getNodeCount() == 0) {
      throw new OnnxException("has no layers behind its inputs, so that nothing could be written");
    }
    var written = new HashSet<String>();
    for (Layer output : network.outputs()) {
      WrittenValue value = values.get(output.name());
      if (written.add(value.name())) {
        graph.addOutput(info(value, shapes.get(output.name())));
      }
    }
    return graph.build();
  }

  List<WrittenTensor> tensors() {
    return tensors;
  }

  long opset() {
    return opset;
  }

  /** Writes the file for operators at least as new as these. */
  void needOpset(long least) {
    opset = Math.max(opset, least);
  }

  /** An input of the graph. */
  void addInput(Layer layer) {
    var value = new WrittenValue(layer.name(), PLANE);
    values.put(layer.name(), value);
    graph.addInput(info(value, shapes.get(layer.name())));
  }

  /**
   * The node of a layer.
   *
   * @param rank how many dimensions its output has
   */
  void add(
      Layer layer,
      String operator,
      int rank,
      List<String> inputs,
      List<AttributeProto> attributes) {
    values.put(layer.name(), new WrittenValue(layer.name(), rank));
    addNode(layer.name(), operator, inputs, attributes);
  }

  /** A layer without a node: its activation is that of the layer that it takes. */
  void pass(Layer layer) {
    values.put(layer.name(), values.get(layer.inputs().get(0)));
  }

  /** How many dimensions a layer's activation has in the graph. */
  int rank(String layer) {
    return values.get(layer).rank();
  }

  /** A layer's activation as it stands in the graph. */
  String value(String layer) {
    return values.get(layer).name();
  }

  /** A layer's activation, N × C × H × W. */
  String plane(String layer) {
    WrittenValue value = values.get(layer);
    return value.rank() == PLANE
        ? value.name()
        : planes.computeIfAbsent(
            value.name(),
            name -> view(name + "_plane", "Unsqueeze", List.of(name, rowsAndColumns())));
  }

  /** A layer's activation, N × C · H · W. */
  String row(String layer) {
    WrittenValue value = values.get(layer);
    return value.rank() == ROW
        ? value.name()
        : rows.computeIfAbsent(
            value.name(), name -> view(name + "_flat", "Flatten", List.of(name)));
  }

  /** Weights of a layer, in the precision that is asked for. */
  String weights(Layer layer, Parameter parameter) {
    String name = names.unique(layer.name() + "." + parameter.name());
    if (precision == Precision.FLOAT32) {
      tensors.add(new WrittenTensor(name, parameter.dimensions(), parameter.values(), precision));
      return name;
    }
    String half = names.unique(name + "_float16");
    tensors.add(new WrittenTensor(half, parameter.dimensions(), parameter.values(), precision));
    addNode(
        name,
        "Cast",
        List.of(half),
        List.of(WrittenAttributes.integer("to", DataType.FLOAT_VALUE)));
    return name;
  }

  /** A value a channel. */
  String vector(Layer layer, Parameter parameter) {
    String name = names.unique(layer.name() + "." + parameter.name());
    tensors.add(
        new WrittenTensor(name, List.of(parameter.count()), parameter.values(), Precision.FLOAT32));
    return name;
  }

  /** One number. */
  String number(Layer layer, String what, float value) {
    String name = names.unique(layer.name() + "." + what);
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.FLOAT_VALUE)
            .addFloatData(value));
    return name;
  }

  private String rowsAndColumns() {
    String name = names.unique("rows_and_columns");
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.INT64_VALUE)
            .addDims(2)
            .addInt64Data(2)
            .addInt64Data(3));
    return name;
  }

  private String view(String wanted, String operator, List<String> inputs) {
    String name = names.unique(wanted);
    addNode(name, operator, inputs, List.of());
    return name;
  }

  private void addNode(
      String name, String operator, List<String> inputs, List<AttributeProto> attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setName(name)
            .setOpType(operator)
            .addAllInput(inputs)
            .addOutput(name)
            .addAllAttribute(attributes));
  }

  private static ValueInfoProto info(WrittenValue value, Shape shape) {
    var info = ValueInfoProto.newBuilder().setName(value.name());
    var type = info.getTypeBuilder().getTensorTypeBuilder().setElemType(DataType.FLOAT_VALUE);
    var dimensions = type.getShapeBuilder();
    var batch = dimensions.addDimBuilder();
    if (shape.batch() == 1) { // else it is some multiple of N
      batch.setDimParam(BATCH);
    }
    dimensions.addDimBuilder().setDimValue(shape.channels());
    if (value.rank() == PLANE) {
      dimensions.addDimBuilder().setDimValue(shape.height());
      dimensions.addDimBuilder().setDimValue(shape.width());
    }
    return info.build();
  }
}
