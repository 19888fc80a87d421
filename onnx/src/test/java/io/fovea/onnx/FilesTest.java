package io.fovea.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.fovea.network.Convolution2d;
import io.fovea.network.Parameter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as such: data beside them, broken ones, and what only carries their name. */
class FilesTest {
  @TempDir Path folder;

  @Test
  void dataBesideTheModelIsRead() throws IOException {
    var bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(folder.resolve("w.bin"), bytes.putFloat(0).putFloat(3).putFloat(4).array());
    var layer = (Convolution2d) OnnxReader.read(withData("w.bin", "4")).network().layer("y");
    assertThat(layer.weights()).isEqualTo(Parameter.of("Weights", new float[] {3, 4}, 2, 1, 1, 1));
  }

  @Test
  void dataThatIsNotThereIsNamed() throws IOException {
    assertRefused(
        withData("w.bin", "0"),
        "model.onnx: y: the data of w lies in w.bin, which isn't there; put it beside the model");
  }

  @Test
  void bytesAreReadAsTheirFileIs() throws IOException {
    byte[] content = small().model().toByteArray();

    assertThat(OnnxReader.read(content, "x.onnx").network().layers())
        .isEqualTo(OnnxReader.read(written(content)).network().layers());
  }

  @Test
  void bytesHaveNoDataBesideThem() throws IOException {
    byte[] content = Files.readAllBytes(withData("w.bin", "0"));

    assertThatThrownBy(() -> OnnxReader.read(content, "x.onnx"))
        .isInstanceOf(OnnxException.class)
        .hasMessage(
            "x.onnx: y: the data of w is said to lie in w.bin, but only the file itself is at hand;"
                + " write the model into one file");
  }

  @Test
  void dataThatIsTooShortIsNamed() throws IOException {
    Files.write(folder.resolve("w.bin"), new byte[8]);
    assertRefused(
        withData("w.bin", "4"),
        "model.onnx: y: the data of w lies in w.bin from byte 4 to 12, but the file has 8 bytes;"
            + " copy it again");
  }

  @ParameterizedTest
  @CsvSource({"../w.bin", "/etc/passwd", "a/../../w.bin", "''"})
  void dataOutsideTheModelsFolderIsNotRead(String location) throws IOException {
    assertRefused(
        withData(location, "0"),
        "model.onnx: y: the data of w is said to lie in "
            + location
            + ", outside the model's folder; put it beside the model");
  }

  @Test
  void dataBehindALinkOutOfTheFolderIsNotRead() throws IOException {
    Path outside = Files.write(folder.resolve("secret"), new byte[8]);
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("w.bin"), outside);
    Path model = withData("w.bin", "0");
    assertRefused(
        Files.move(model, inside.resolve("model.onnx")),
        "model.onnx: y: the data of w is said to lie in w.bin, outside the model's folder; put it"
            + " beside the model");
  }

  @ParameterizedTest
  @CsvSource({
    "<!DOCTYPE html><html>, is a web page",
    "'\n<html>', is a web page",
    "version https://git-lfs.github.com/spec/v1, is a Git LFS pointer",
    "'{\"name\": 1}', is a JSON or text file"
  })
  void whatOnlyCarriesTheNameOfAnOnnxFileIsNamed(String content, String what) throws IOException {
    assertThatThrownBy(() -> OnnxReader.read(written(content.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(OnnxException.class)
        .hasMessageContaining("model.onnx: " + what);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertRefused(folder.resolve("no.onnx"), "no.onnx: isn't there; check the path");
  }

  @Test
  void aFolderIsNamed() {
    String name = folder.getFileName().toString();
    assertRefused(folder, name + ": is a folder; name the .onnx file in it");
  }

  @Test
  void noCutEndsInAnythingButASentence() throws IOException {
    byte[] whole = small().model().toByteArray();
    for (int length = 0; length < whole.length; length++) {
      readOrRefuse(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void noDamageEndsInAnythingButASentence() throws IOException {
    byte[] whole = small().model().toByteArray();
    long seed = 20_261_124;
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j < 3; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      readOrRefuse(damaged);
    }
  }

  /** Any exception but this one fails the test. */
  private void readOrRefuse(byte[] content) throws IOException {
    try {
      OnnxReader.read(written(content));
    } catch (OnnxException e) {
      assertThat(e.getMessage()).startsWith("model.onnx: ");
    }
  }

  private static TestGraph small() {
    return TestGraph.of(11, 1, 2, 8, 8)
        .floats("w", 2, 2, 3, 3)
        .longs("shape", 1, -1)
        .floats("v", 8, 3)
        .node("c = Conv(x, w)", TestGraph.ints("pads", 1, 1, 0, 0))
        .node(
            "p = MaxPool(c)", TestGraph.ints("kernel_shape", 2, 2), TestGraph.ints("strides", 3, 3))
        .node("f = Reshape(p, shape)")
        .node("m = MatMul(f, v)")
        .node("y = Softmax(m)");
  }

  private Path withData(String location, String offset) throws IOException {
    var tensor =
        TensorProto.newBuilder()
            .setName("w")
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .addAllDims(List.of(2L, 1L, 1L, 1L))
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(entry("location", location))
            .addExternalData(entry("offset", offset))
            .build();
    return written(
        TestGraph.of(13, 1, 1, 4, 4)
            .initializer(tensor)
            .node("y = Conv(x, w)")
            .model()
            .toByteArray());
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  private Path written(byte[] content) throws IOException {
    return Files.write(folder.resolve("model.onnx"), content);
  }

  private static void assertRefused(Path file, String sentence) {
    assertThatThrownBy(() -> OnnxReader.read(file))
        .isInstanceOf(OnnxException.class)
        .hasMessage(sentence);
  }
}
