package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Locale;
import java.util.Set;

/** ONNX's numbers for types of data. */
final class DataTypes {
  private static final Set<Integer> FLOATING =
      Set.of(
          DataType.FLOAT_VALUE,
          DataType.FLOAT16_VALUE,
          DataType.BFLOAT16_VALUE,
          DataType.DOUBLE_VALUE);

  private DataTypes() {}

  /** Whether Fovea reads it as float32. */
  static boolean isFloating(int type) {
    return FLOATING.contains(type);
  }

  /** {@code float16}; types that are newer than this program by their number. */
  static String name(int type) {
    DataType known = DataType.forNumber(type);
    return known == null ? "number " + type : known.name().toLowerCase(Locale.ROOT);
  }
}
