package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyWriterTest {
  private static final Tensor TENSOR = Tensor.of(Shape.of(1, 2, 1, 2), 1, -2, 3.5f, Float.NaN);

  @TempDir private Path folder;

  @Test
  void theFileIsAsNumpySpecifiesIt() throws IOException {
    var file = folder.resolve("a.npy");
    NpyWriter.write(file, TENSOR);
    var bytes = Files.readAllBytes(file);
    assertThat(bytes).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0).hasSize(128 + 16);
    assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2, 1, 2), }  ")
        .endsWith(" \n");
    assertThat(Arrays.copyOfRange(bytes, 128, 136))
        .containsExactly(0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0);
  }

  @Test
  void whatIsWrittenIsRead() {
    var file = folder.resolve("a.npy");
    NpyWriter.write(file, TENSOR);
    assertThat(ArrayReader.read(file).toTensor(2)).isEqualTo(TENSOR);
  }

  @Test
  void aTensorOfManyChunksIsWrittenWhole() {
    var values = new float[100_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    var file = folder.resolve("a.npy");
    NpyWriter.write(file, Tensor.wrap(Shape.of(1, 10, 100, 100), values));
    assertThat(ArrayReader.read(file).toArray()).isEqualTo(values);
  }

  @Test
  void npzHoldsTheTensorsByName() {
    var tensors = new LinkedHashMap<String, Tensor>();
    tensors.put("conv1", TENSOR);
    tensors.put("fire2/relu", Tensor.zeros(Shape.of(1, 1, 1, 1)));
    var file = folder.resolve("a.npz");
    NpzWriter.write(file, tensors);
    assertThat(ArrayReader.read(file, "conv1").toArray()).isEqualTo(TENSOR.toArray());
    assertThat(ArrayReader.read(file, "fire2/relu"))
        .isEqualTo(NumericArray.of(List.of(1, 1, 1, 1), 0));
  }

  @Test
  void equalTensorsGiveEqualBytes() throws IOException, InterruptedException {
    var first = folder.resolve("a.npz");
    var second = folder.resolve("b.npz");
    NpzWriter.write(first, Map.of("a", TENSOR));
    Thread.sleep(10);
    NpzWriter.write(second, Map.of("a", TENSOR));
    assertThat(first).hasSameBinaryContentAs(second);
  }

  @Test
  void anNpzOfNothingIsRefused() {
    var file = folder.resolve("a.npz");
    assertThatThrownBy(() -> NpzWriter.write(file, Map.of()))
        .hasMessage(file + ": there is no array to write");
  }
}
