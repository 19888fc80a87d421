package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attributes of a node. */
final class Attributes {
  /** The most that a size, a stride, a dilation or a padding may be. */
  static final int LARGEST_SIZE = 32_767;

  private final Map<String, AttributeProto> byName = new HashMap<>();

  Attributes(NodeProto node) {
    for (AttributeProto attribute : node.getAttributeList()) {
      byName.put(attribute.getName(), attribute);
    }
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  Optional<AttributeProto> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  long integer(String name, long otherwise) {
    return find(name).map(AttributeProto::getI).orElse(otherwise);
  }

  boolean flag(String name, boolean otherwise) {
    return integer(name, otherwise ? 1 : 0) != 0;
  }

  float number(String name, float otherwise) {
    return find(name).map(AttributeProto::getF).orElse(otherwise);
  }

  String text(String name, String otherwise) {
    return find(name).map(each -> each.getS().toString(StandardCharsets.UTF_8)).orElse(otherwise);
  }

  Optional<List<Long>> integers(String name) {
    return find(name).map(AttributeProto::getIntsList);
  }

  /**
   * Sizes, one for each of so many dimensions.
   *
   * @param otherwise what each is where the attribute isn't there
   */
  int[] sizes(String name, int count, int otherwise) {
    List<Long> given = integers(name).orElse(List.of());
    if (!given.isEmpty() && given.size() != count) {
      throw new OnnxException(
          "%s has %d numbers, %s, but %d are needed".formatted(name, given.size(), given, count));
    }
    var sizes = new int[count];
    for (int i = 0; i < count; i++) {
      sizes[i] = given.isEmpty() ? otherwise : size(name, given.get(i));
    }
    return sizes;
  }

  /** A number that must be a size. */
  static int size(String name, long number) {
    if (number < 0 || number > LARGEST_SIZE) {
      throw new OnnxException(
          "%s is %d, but must be between 0 and %,d".formatted(name, number, LARGEST_SIZE));
    }
    return (int) number;
  }
}
