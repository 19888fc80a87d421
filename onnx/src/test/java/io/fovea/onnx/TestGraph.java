package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.fovea.network.Layer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A small ONNX graph written in a test; its input is named x, its output y. */
final class TestGraph {
  private final long opset;
  private final GraphProto.Builder graph = GraphProto.newBuilder();

  private TestGraph(long opset) {
    this.opset = opset;
  }

  /** A graph with an input x of these dimensions; a dimension of 0 is left open. */
  static TestGraph of(long opset, long... dimensions) {
    return new TestGraph(opset).input("x", dimensions).output("y");
  }

  TestGraph input(String name, long... dimensions) {
    var info = ValueInfoProto.newBuilder().setName(name);
    var type = info.getTypeBuilder().getTensorTypeBuilder().setElemType(DataType.FLOAT_VALUE);
    for (long dimension : dimensions) {
      var added = type.getShapeBuilder().addDimBuilder();
      if (dimension == 0) {
        added.setDimParam("open");
      } else {
        added.setDimValue(dimension);
      }
    }
    graph.addInput(info);
    return this;
  }

  TestGraph output(String name) {
    graph.addOutput(ValueInfoProto.newBuilder().setName(name));
    return this;
  }

  /** An initializer of 1, 2, 3 ... */
  TestGraph floats(String name, long... dimensions) {
    var tensor = TensorProto.newBuilder().setName(name).setDataType(DataType.FLOAT_VALUE);
    int count = 1;
    for (long dimension : dimensions) {
      tensor.addDims(dimension);
      count *= (int) dimension;
    }
    for (int i = 1; i <= count; i++) {
      tensor.addFloatData(i);
    }
    return initializer(tensor.build());
  }

  TestGraph longs(String name, long... values) {
    var tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.INT64_VALUE)
            .addDims(values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    return initializer(tensor.build());
  }

  TestGraph initializer(TensorProto tensor) {
    graph.addInitializer(tensor);
    return this;
  }

  /** A node: {@code "y = Conv(x, w)"}, with the output's name for its own. */
  TestGraph node(String text, AttributeProto... attributes) {
    return node("", text, attributes);
  }

  TestGraph node(String name, String text, AttributeProto... attributes) {
    int equals = text.indexOf(" = ");
    int bracket = text.indexOf('(');
    var node =
        NodeProto.newBuilder()
            .setName(name)
            .addAllOutput(List.of(text.substring(0, equals).split(", ")))
            .setOpType(text.substring(equals + 3, bracket))
            .addAllAttribute(List.of(attributes));
    String inputs = text.substring(bracket + 1, text.length() - 1);
    if (!inputs.isEmpty()) {
      node.addAllInput(List.of(inputs.split(", ", -1)));
    }
    graph.addNode(node);
    return this;
  }

  static AttributeProto ints(String name, long... values) {
    var attribute = AttributeProto.newBuilder().setName(name);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setI(value).build();
  }

  static AttributeProto number(String name, float value) {
    return AttributeProto.newBuilder().setName(name).setF(value).build();
  }

  static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder().setName(name).setS(ByteString.copyFromUtf8(value)).build();
  }

  static AttributeProto tensor(String name, TensorProto value) {
    return AttributeProto.newBuilder().setName(name).setT(value).build();
  }

  ReadGraph read() {
    return new GraphReader(graph.build(), opset, Map.of(), ExternalData.of(Path.of("model.onnx")))
        .read();
  }

  /** The layers behind the image input. */
  List<Layer> layers() {
    List<Layer> layers = read().layers();
    return layers.subList(1, layers.size());
  }

  /** The one layer behind the image input. */
  Layer layer() {
    List<Layer> layers = layers();
    if (layers.size() != 1) {
      throw new AssertionError("not one layer but " + layers);
    }
    return layers.get(0);
  }

  /** The whole file. */
  ModelProto model() {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
        .setGraph(graph)
        .build();
  }
}
