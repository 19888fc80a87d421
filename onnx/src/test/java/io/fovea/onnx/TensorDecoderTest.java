package io.fovea.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorDecoderTest {
  @Test
  void readsFloat32FromItsField() {
    assertThat(floats(of(DataType.FLOAT).addFloatData(1.5f).addFloatData(-2)))
        .containsExactly(1.5f, -2);
  }

  @Test
  void readsFloat32FromRawBytes() {
    var raw = bytes(8).putFloat(1.5f).putFloat(-2);
    assertThat(floats(raw(DataType.FLOAT, raw))).containsExactly(1.5f, -2);
  }

  @Test
  void readsFloat64FromItsField() {
    assertThat(floats(of(DataType.DOUBLE).addDoubleData(1.5).addDoubleData(-2)))
        .containsExactly(1.5f, -2);
  }

  @Test
  void readsFloat64FromRawBytes() {
    var raw = bytes(16).putDouble(1.5).putDouble(-2);
    assertThat(floats(raw(DataType.DOUBLE, raw))).containsExactly(1.5f, -2);
  }

  @Test
  void readsFloat16FromInt32s() {
    assertThat(floats(of(DataType.FLOAT16).addInt32Data(0x3e00).addInt32Data(0xc000)))
        .containsExactly(1.5f, -2);
  }

  @Test
  void readsFloat16FromRawBytes() {
    var raw = bytes(4).putShort((short) 0x3e00).putShort((short) 0xc000);
    assertThat(floats(raw(DataType.FLOAT16, raw))).containsExactly(1.5f, -2);
  }

  @Test
  void readsBfloat16FromInt32s() {
    assertThat(floats(of(DataType.BFLOAT16).addInt32Data(0x3fc0).addInt32Data(0xc000)))
        .containsExactly(1.5f, -2);
  }

  @Test
  void readsBfloat16FromRawBytes() {
    var raw = bytes(4).putShort((short) 0x3fc0).putShort((short) 0xc000);
    assertThat(floats(raw(DataType.BFLOAT16, raw))).containsExactly(1.5f, -2);
  }

  @Test
  void readsInt64FromItsField() {
    assertThat(decode(of(DataType.INT64).addInt64Data(-1).addInt64Data(7)).longs())
        .containsExactly(-1L, 7L);
  }

  @Test
  void readsInt64FromRawBytes() {
    var raw = bytes(16).putLong(-1).putLong(7);
    assertThat(decode(raw(DataType.INT64, raw)).longs()).containsExactly(-1L, 7L);
  }

  @Test
  void readsInt32FromRawBytes() {
    var raw = bytes(8).putInt(-1).putInt(7);
    assertThat(decode(raw(DataType.INT32, raw)).longs()).containsExactly(-1L, 7L);
  }

  @Test
  void readsUnsignedBytesWithoutASign() {
    var raw = bytes(2).put((byte) 0xff).put((byte) 7);
    assertThat(decode(raw(DataType.UINT8, raw)).longs()).containsExactly(255L, 7L);
  }

  @Test
  void leavesWholeNumbersWhereTheyLie() { // boxed copies of 100 MB of them took 2 GB
    byte[] bytes = {1, 2};
    var raw = of(DataType.UINT8).setRawData(UnsafeByteOperations.unsafeWrap(bytes));
    Constant constant = decode(raw);
    bytes[1] = 7;
    assertThat(constant.longs()).containsExactly(1L, 7L);
    assertThat(constant.floats().get(1)).isEqualTo(7);
  }

  @Test
  void readsWholeNumbersFromTheMiddleOfAFile() {
    var file = ByteString.copyFrom(new byte[] {9, 9, 0, 1, 0, 2, 9});
    assertThat(decode(of(DataType.INT16).setRawData(file.substring(2, 6))).longs())
        .containsExactly(256L, 512L);
  }

  @Test
  void refusesAClaimOfGigabytesBeforeItMakesRoomForThem() {
    var tensor = of(DataType.FLOAT).clearDims().addDims(1 << 15).addDims(1 << 15).addFloatData(1);
    assertThatThrownBy(() -> decode(tensor))
        .isInstanceOf(OnnxException.class)
        .hasMessage(
            "w says that it is [32768, 32768], which is 1,073,741,824 values, but has 1;"
                + " export the file again");
  }

  @Test
  void refusesDimensionsWhoseProductOverflows() {
    var tensor = of(DataType.FLOAT).clearDims().addAllDims(List.of(65_536L, 65_536L, 65_536L));
    assertThatThrownBy(() -> decode(tensor))
        .isInstanceOf(OnnxException.class)
        .hasMessage(
            "w says that it is [65536, 65536, 65536], more values than one tensor may hold");
  }

  @Test
  void namesATypeThatItDoesNotKnow() {
    var tensor = of(DataType.FLOAT).setDataType(99);
    assertThatThrownBy(() -> decode(tensor))
        .isInstanceOf(Unsupported.class)
        .hasMessage("tensors of the type number 99 (w)");
  }

  private static TensorProto.Builder of(DataType type) {
    return TensorProto.newBuilder().setDataType(type.getNumber()).addDims(2);
  }

  private static TensorProto.Builder raw(DataType type, ByteBuffer bytes) {
    return of(type).setRawData(ByteString.copyFrom(bytes.flip()));
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static float[] floats(TensorProto.Builder tensor) {
    var values = new float[2];
    decode(tensor).floats().get(values);
    return values;
  }

  private static Constant decode(TensorProto.Builder tensor) {
    return TensorDecoder.decode(tensor.build(), "w", ExternalData.of(Path.of("model.onnx")));
  }
}
