package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Set;

/** {@code Constant}: a tensor, a number or a list of numbers. */
final class ConstantOperator implements OperatorMapping {
  @Override
  public Set<String> operators() {
    return Set.of("Constant");
  }

  @Override
  public Value read(Node node, Layers layers) {
    String name = node.output();
    Attributes attributes = node.attributes();
    if (attributes.has("value")) {
      AttributeProto value = attributes.find("value").orElseThrow();
      return node.values().decode(value.getT(), name);
    }
    if (attributes.has("value_float")) {
      return floats(name, List.of(), List.of(attributes.number("value_float", 0)));
    }
    if (attributes.has("value_floats")) {
      List<Float> values = attributes.find("value_floats").orElseThrow().getFloatsList();
      return floats(name, List.of(values.size()), values);
    }
    if (attributes.has("value_int")) {
      return Constant.ofLongs(name, List.of(attributes.integer("value_int", 0)))
          .withDimensions(List.of());
    }
    if (attributes.has("value_ints")) {
      return Constant.ofLongs(name, attributes.integers("value_ints").orElseThrow());
    }
    throw new Unsupported("a constant of numbers that are all written out");
  }

  private static Constant floats(String name, List<Integer> dimensions, List<Float> values) {
    var array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return new Constant(name, dimensions, new Constant.Floats(FloatBuffer.wrap(array)));
  }
}
