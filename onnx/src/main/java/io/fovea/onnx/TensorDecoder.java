package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/** Reads the numbers of a tensor in each of the encodings that ONNX has. */
final class TensorDecoder {
  /** How the numbers of a data type lie: as raw bytes, or in one of the typed fields. */
  private interface Encoding {
    int bytes();

    Constant.Numbers raw(ByteBuffer raw, int count);

    int fieldCount(TensorProto tensor);

    Constant.Numbers field(TensorProto tensor, int count);
  }

  private static final Map<Integer, Encoding> ENCODINGS =
      Map.ofEntries(
          Map.entry(DataType.FLOAT_VALUE, new Float32()),
          Map.entry(DataType.DOUBLE_VALUE, new Float64()),
          Map.entry(DataType.FLOAT16_VALUE, new Float16(HalfFloat::ofBinary16)),
          Map.entry(DataType.BFLOAT16_VALUE, new Float16(HalfFloat::ofBrain)),
          Map.entry(DataType.INT64_VALUE, new Int64()),
          Map.entry(DataType.INT32_VALUE, new Small(4, ByteBuffer::getInt, each -> each)),
          Map.entry(DataType.INT16_VALUE, new Small(2, ByteBuffer::getShort, each -> each)),
          Map.entry(DataType.INT8_VALUE, new Small(1, ByteBuffer::get, each -> each)),
          Map.entry(DataType.UINT16_VALUE, new Small(2, ByteBuffer::getShort, x -> x & 0xffff)),
          Map.entry(DataType.UINT8_VALUE, new Small(1, ByteBuffer::get, x -> x & 0xff)),
          Map.entry(DataType.BOOL_VALUE, new Small(1, ByteBuffer::get, x -> x == 0 ? 0 : 1)));

  private interface FloatAt {
    float at(int index);
  }

  private interface Widening {
    float toFloat(int bits);
  }

  private TensorDecoder() {}

  /** The tensor's numbers; whole ones and those that lie there as float32 bytes aren't copied. */
  static Constant decode(TensorProto tensor, String name, ExternalData external) {
    Encoding encoding = ENCODINGS.get(tensor.getDataType());
    if (encoding == null) {
      throw new Unsupported(
          "tensors of the type %s (%s)".formatted(DataTypes.name(tensor.getDataType()), name));
    }
    List<Integer> dimensions = dimensions(tensor, name);
    int count = count(dimensions, name);
    return new Constant(name, dimensions, numbers(tensor, name, encoding, count, external));
  }

  private static Constant.Numbers numbers(
      TensorProto tensor, String name, Encoding encoding, int count, ExternalData external) {
    long bytes = (long) count * encoding.bytes();
    if (tensor.getDataLocation() == DataLocation.EXTERNAL) {
      return encoding.raw(external.read(tensor, bytes).order(ByteOrder.LITTLE_ENDIAN), count);
    }
    if (tensor.hasRawData()) {
      ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      if (raw.remaining() != bytes) {
        throw new OnnxException(
            "%s says that it is %s, which is %,d bytes, but has %,d; export the file again"
                .formatted(name, tensor.getDimsList(), bytes, raw.remaining()));
      }
      return encoding.raw(raw, count);
    }
    if (encoding.fieldCount(tensor) != count) {
      throw new OnnxException(
          "%s says that it is %s, which is %,d values, but has %,d; export the file again"
              .formatted(name, tensor.getDimsList(), count, encoding.fieldCount(tensor)));
    }
    return encoding.field(tensor, count);
  }

  private static List<Integer> dimensions(TensorProto tensor, String name) {
    var dimensions = new ArrayList<Integer>();
    for (long dimension : tensor.getDimsList()) {
      if (dimension < 0 || dimension > Integer.MAX_VALUE) {
        throw new OnnxException(
            "%s says that it is %s, but no dimension can be %d; export the file again"
                .formatted(name, tensor.getDimsList(), dimension));
      }
      dimensions.add((int) dimension);
    }
    return dimensions;
  }

  private static int count(List<Integer> dimensions, String name) {
    long count = 1;
    for (int dimension : dimensions) {
      count *= dimension;
      if (count > Integer.MAX_VALUE) {
        throw new OnnxException(
            "%s says that it is %s, more values than one tensor may hold"
                .formatted(name, dimensions));
      }
    }
    return (int) count;
  }

  private static Constant.Numbers floats(int count, FloatAt each) {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = each.at(i);
    }
    return new Constant.Floats(FloatBuffer.wrap(values));
  }

  /** Whole numbers that stay where they lie; each is read when asked for. */
  private static Constant.Numbers longs(int count, IntToLongFunction each) {
    return new Constant.Longs(new LazyLongs(count, each));
  }

  private record Float32() implements Encoding {
    @Override
    public int bytes() {
      return Float.BYTES;
    }

    @Override
    public Constant.Numbers raw(ByteBuffer raw, int count) {
      return new Constant.Floats(raw.asFloatBuffer());
    }

    @Override
    public int fieldCount(TensorProto tensor) {
      return tensor.getFloatDataCount();
    }

    @Override
    public Constant.Numbers field(TensorProto tensor, int count) {
      return floats(count, tensor::getFloatData);
    }
  }

  private record Float64() implements Encoding {
    @Override
    public int bytes() {
      return Double.BYTES;
    }

    @Override
    public Constant.Numbers raw(ByteBuffer raw, int count) {
      return floats(count, i -> (float) raw.getDouble());
    }

    @Override
    public int fieldCount(TensorProto tensor) {
      return tensor.getDoubleDataCount();
    }

    @Override
    public Constant.Numbers field(TensorProto tensor, int count) {
      return floats(count, i -> (float) tensor.getDoubleData(i));
    }
  }

  /** Two bytes a number; in the typed field, each in an int32 of its own. */
  private record Float16(Widening widen) implements Encoding {
    @Override
    public int bytes() {
      return Short.BYTES;
    }

    @Override
    public Constant.Numbers raw(ByteBuffer raw, int count) {
      return floats(count, i -> widen.toFloat(raw.getShort() & 0xffff));
    }

    @Override
    public int fieldCount(TensorProto tensor) {
      return tensor.getInt32DataCount();
    }

    @Override
    public Constant.Numbers field(TensorProto tensor, int count) {
      return floats(count, i -> widen.toFloat(tensor.getInt32Data(i) & 0xffff));
    }
  }

  private record Int64() implements Encoding {
    @Override
    public int bytes() {
      return Long.BYTES;
    }

    @Override
    public Constant.Numbers raw(ByteBuffer raw, int count) {
      return longs(count, raw.asLongBuffer()::get);
    }

    @Override
    public int fieldCount(TensorProto tensor) {
      return tensor.getInt64DataCount();
    }

    @Override
    public Constant.Numbers field(TensorProto tensor, int count) {
      return longs(count, tensor::getInt64Data);
    }
  }

  private interface Getter {
    int get(ByteBuffer raw, int at);
  }

  /** A whole number of up to four bytes; in the typed field, an int32. */
  private record Small(int bytes, Getter getter, IntUnaryOperator widen) implements Encoding {
    @Override
    public Constant.Numbers raw(ByteBuffer raw, int count) {
      int start = raw.position();
      return longs(count, i -> widen.applyAsInt(getter.get(raw, start + i * bytes)));
    }

    @Override
    public int fieldCount(TensorProto tensor) {
      return tensor.getInt32DataCount();
    }

    @Override
    public Constant.Numbers field(TensorProto tensor, int count) {
      return longs(count, i -> widen.applyAsInt(tensor.getInt32Data(i)));
    }
  }
}
