package io.fovea.app;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Model files small enough to work out by hand. */
public final class TinyOnnx {
  private static final int FLOAT = 1;

  private TinyOnnx() {}

  /**
   * Gray pictures of 2 × 2; a convolution gives x and −x, their means go through a softmax: of an
   * input with the mean m the scores are σ(2m) and σ(−2m).
   */
  public static Path bright(Path folder) throws IOException {
    return write(folder, 1, 1, true);
  }

  /** The same, but the convolution's filters look at more channels than the picture has. */
  public static Path faulty(Path folder) throws IOException {
    return write(folder, 2, 1, true);
  }

  /** The same, but nothing goes into it: what the convolution takes isn't there. */
  public static Path blind(Path folder) throws IOException {
    return write(folder, 1, 1, false);
  }

  /** The same with 250 filters, which give −100x, −99x and so on to 149x, and without classes. */
  public static Path wide(Path folder) throws IOException {
    var weights = weights(250, 1);
    for (int filter = 0; filter < 250; filter++) {
      weights.addFloatData(filter - 100);
    }
    Path file = write(folder, weights, true);
    Files.delete(file.resolveSibling("classes.txt"));
    return file;
  }

  /** The same with weights so large that what comes out is infinite, and its softmax NaN. */
  public static Path overflowing(Path folder) throws IOException {
    return write(folder, 1, Float.MAX_VALUE, true);
  }

  private static Path write(Path folder, int channels, float weight, boolean seeing)
      throws IOException {
    var weights = weights(2, channels);
    for (int channel = 0; channel < channels; channel++) {
      weights.addFloatData(weight);
    }
    for (int channel = 0; channel < channels; channel++) {
      weights.addFloatData(-weight);
    }
    return write(folder, weights, seeing);
  }

  private static TensorProto.Builder weights(int filters, int channels) {
    return TensorProto.newBuilder()
        .setName("w")
        .setDataType(FLOAT)
        .addDims(filters)
        .addDims(channels)
        .addDims(1)
        .addDims(1);
  }

  private static Path write(Path folder, TensorProto.Builder weights, boolean seeing)
      throws IOException {
    var graph =
        GraphProto.newBuilder()
            .setName("bright")
            .addOutput(value("prob", 1, (int) weights.getDims(0), 1, 1))
            .addInitializer(weights)
            .addNode(node("Conv", "both", "data", "w"))
            .addNode(node("GlobalAveragePool", "mean", "both"))
            .addNode(
                node("Softmax", "prob", "mean").toBuilder()
                    .addAttribute(
                        AttributeProto.newBuilder()
                            .setName("axis")
                            .setType(AttributeProto.AttributeType.INT)
                            .setI(1)));
    if (seeing) {
      graph.addInput(value("data", 1, 1, 2, 2));
    }
    var model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
            .setGraph(graph)
            .build();
    Path file = folder.resolve("bright").resolve("model.onnx");
    Files.createDirectories(file.getParent());
    Files.writeString(file.resolveSibling("classes.txt"), "bright\ndark\n");
    return Files.write(file, model.toByteArray());
  }

  private static NodeProto node(String type, String output, String... inputs) {
    var node = NodeProto.newBuilder().setOpType(type).setName(output).addOutput(output);
    for (String input : inputs) {
      node.addInput(input);
    }
    return node.build();
  }

  private static ValueInfoProto value(String name, int... dimensions) {
    var shape = TensorShapeProto.newBuilder();
    for (int dimension : dimensions) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dimension));
    }
    var tensor = TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
