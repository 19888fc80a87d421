package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import com.google.protobuf.ByteString;
import io.fovea.network.Dilation;
import io.fovea.network.Padding;
import io.fovea.network.Size;
import io.fovea.network.Stride;
import java.util.ArrayList;
import java.util.List;

/** Attributes of nodes that are written. */
final class WrittenAttributes {
  private WrittenAttributes() {}

  static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
  }

  static AttributeProto flag(String name, boolean value) {
    return integer(name, value ? 1 : 0);
  }

  static AttributeProto number(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  /** How a window of these hyperparameters lies over rows and columns; see {@link Spatial}. */
  static List<AttributeProto> window(Size kernel, Stride stride, Padding padding) {
    var all = new ArrayList<AttributeProto>();
    all.add(integers("kernel_shape", kernel.height(), kernel.width()));
    all.add(integers("strides", stride.vertical(), stride.horizontal()));
    all.add(
        switch (padding.mode()) {
          case EXPLICIT ->
              integers("pads", padding.top(), padding.left(), padding.bottom(), padding.right());
          case SAME_UPPER, SAME_LOWER -> text("auto_pad", padding.mode().name());
        });
    return all;
  }

  static AttributeProto dilations(Dilation dilation) {
    return integers("dilations", dilation.vertical(), dilation.horizontal());
  }

  private static AttributeProto integers(String name, long... values) {
    var attribute = AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  private static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }
}
