package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** An initializer whose numbers go into the file a piece at a time. */
final class WrittenTensor {
  private static final int LENGTH_DELIMITED = 2;
  private static final int CHUNK = 1 << 16;

  private final TensorProto header;
  private final FloatBuffer values;
  private final Precision precision;

  WrittenTensor(String name, List<Integer> dimensions, FloatBuffer values, Precision precision) {
    boolean half = precision == Precision.FLOAT16;
    var tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(half ? DataType.FLOAT16_VALUE : DataType.FLOAT_VALUE);
    dimensions.forEach(tensor::addDims);
    this.header = tensor.build();
    this.values = values;
    this.precision = precision;
  }

  /** How many bytes it takes as a field of the graph. */
  long fieldBytes() {
    return CodedOutputStream.computeTagSize(GraphProto.INITIALIZER_FIELD_NUMBER)
        + CodedOutputStream.computeUInt64SizeNoTag(bytes())
        + bytes();
  }

  private long bytes() {
    return header.getSerializedSize()
        + CodedOutputStream.computeTagSize(TensorProto.RAW_DATA_FIELD_NUMBER)
        + CodedOutputStream.computeUInt64SizeNoTag(rawBytes())
        + rawBytes();
  }

  private long rawBytes() {
    return (long) values.remaining() * (precision == Precision.FLOAT16 ? Short.BYTES : Float.BYTES);
  }

  void writeTo(CodedOutputStream out) throws IOException {
    out.writeTag(GraphProto.INITIALIZER_FIELD_NUMBER, LENGTH_DELIMITED);
    out.writeUInt64NoTag(bytes());
    header.writeTo(out);
    out.writeTag(TensorProto.RAW_DATA_FIELD_NUMBER, LENGTH_DELIMITED);
    out.writeUInt64NoTag(rawBytes());
    FloatBuffer left = values.duplicate();
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    while (left.hasRemaining()) {
      chunk.clear();
      while (left.hasRemaining() && chunk.remaining() >= Float.BYTES) {
        put(left.get(), chunk);
      }
      out.writeRawBytes(chunk.array(), 0, chunk.position());
    }
  }

  private void put(float value, ByteBuffer chunk) {
    if (precision == Precision.FLOAT32) {
      chunk.putFloat(value);
      return;
    }
    short half = HalfFloat.toBinary16(value);
    if (Float.isInfinite(HalfFloat.ofBinary16(half)) && Float.isFinite(value)) {
      throw new OnnxException(
          "%s has the value %s, too large for float16; write it as float32"
              .formatted(header.getName(), value));
    }
    chunk.putShort(half);
  }
}
