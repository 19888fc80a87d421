package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayReaderTest {
  private static final NumericArray ONE_TO_SIX = NumericArray.of(List.of(2, 3), 1, 2, 3, 4, 5, 6);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.npy", "A.NPY", "b.npz", "c.csv", "d.mat"})
  void itReadsArrayFiles(String name) {
    assertThat(ArrayReader.reads(Path.of(name))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "npy", "a.npy.txt"})
  void itReadsNothingElse(String name) {
    assertThat(ArrayReader.reads(Path.of(name))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "<f4, 0000C03F 000000C0", // 1.5, -2: sign 0, exponent 127, fraction .5; sign 1, exponent 128
    ">f4, 3FC00000 C0000000",
    "<f8, 000000000000F83F 00000000000000C0",
    ">f8, 3FF8000000000000 C000000000000000",
    "<f2, 003E 00C0", // exponent 15, fraction .5; sign, exponent 16
    ">f2, 3E00 C000"
  })
  void npyFloats(String descr, String hex) throws IOException {
    var file = npy(1, descr, "False", "(2,)", hex);
    assertThat(ArrayReader.read(file)).isEqualTo(NumericArray.of(List.of(2), 1.5f, -2));
  }

  @ParameterizedTest
  @CsvSource({
    "|i1, 7F FF, 127, -1",
    "|u1, 7F FF, 127, 255",
    "|b1, 00 01, 0, 1",
    "<i2, 0001 FFFF, 256, -1",
    ">i2, 0001 FFFF, 1, -1",
    ">u2, 0001 FFFF, 1, 65535",
    "<i4, 01000000 FFFFFFFF, 1, -1",
    "<u4, 01000000 00000080, 1, 2147483648",
    "<i8, 0100000000000000 FFFFFFFFFFFFFFFF, 1, -1",
    ">u8, 0000000000000001 8000000000000000, 1, 9223372036854775808"
  })
  void npyIntegers(String descr, String hex, float first, float second) throws IOException {
    var file = npy(1, descr, "False", "(2,)", hex);
    assertThat(ArrayReader.read(file)).isEqualTo(NumericArray.of(List.of(2), first, second));
  }

  @ParameterizedTest
  @CsvSource({
    "0000, 0",
    "8000, -0.0",
    "0001, 5.9604645E-8",
    "0400, 6.1035156E-5",
    "7BFF, 65504",
    "7C00, Infinity",
    "FC00, -Infinity",
    "7E00, NaN"
  })
  void halfPrecision(String bits, Float value) {
    assertThat(NpyType.ofHalf((short) Integer.parseInt(bits, 16))).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void npyVersions(int version) throws IOException {
    var file = npy(version, "|u1", "False", "(2, 3)", "010203040506");
    assertThat(ArrayReader.read(file)).isEqualTo(ONE_TO_SIX);
  }

  @Test
  void npyInFortranOrder() throws IOException {
    var file = npy(1, "|u1", "True", "(2, 3)", "010402050306");
    assertThat(ArrayReader.read(file)).isEqualTo(ONE_TO_SIX);
  }

  @Test
  void npyOfASingleNumber() throws IOException {
    assertThat(ArrayReader.read(npy(1, "|u1", "False", "()", "07")))
        .isEqualTo(NumericArray.of(List.of(), 7));
  }

  @Test
  void npzStoredAndDeflatedByName() throws IOException {
    var one = Files.readAllBytes(npy(1, "|u1", "False", "(1,)", "01"));
    var two = Files.readAllBytes(npy(1, "|u1", "False", "(1,)", "02"));
    var file = folder.resolve("a.npz");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      var stored = new ZipEntry("x.npy");
      stored.setMethod(ZipEntry.STORED);
      stored.setSize(one.length);
      var crc = new java.util.zip.CRC32();
      crc.update(one);
      stored.setCrc(crc.getValue());
      zip.putNextEntry(stored);
      zip.write(one);
      zip.putNextEntry(new ZipEntry("y.npy"));
      zip.write(two);
    }
    assertThat(ArrayReader.read(file, "x")).isEqualTo(NumericArray.of(List.of(1), 1));
    assertThat(ArrayReader.read(file, "y")).isEqualTo(NumericArray.of(List.of(1), 2));
    assertThatThrownBy(() -> ArrayReader.read(file))
        .hasMessage(file + ": there are several arrays: x, y; save the one you mean alone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2,3\n4,5,6\n",
        "1;2;3\r\n4;5;6",
        "1\t2\t3\n4\t5\t6\n",
        "1 2  3\n4 5 6\n",
        "\uFEFF1,2,3\n\n4,5,6\n\n",
        "# saved yesterday\n1.0e0,+2.,3\n4,.5e1,\"6\"\n",
        "a,b,c\n1,2,3\n4,5,6\n",
        "1,0;2,0;3\n4;5;6,00\n"
      })
  void csvTables(String text) throws IOException {
    assertThat(ArrayReader.read(csv(text))).isEqualTo(ONE_TO_SIX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c.csv", "m.mat"})
  void asManyNumbersAsAreWanted(String name) throws IOException {
    Files.writeString(folder.resolve("c.csv"), "1,2,3\n4,5,6\n");
    Files.write(folder.resolve("m.mat"), MatFiles.PLAIN);

    assertThat(ArrayReader.read(folder.resolve(name), 6)).isEqualTo(ONE_TO_SIX);
  }

  @Test
  void csvNumbersThatAreNotFinite() throws IOException {
    assertThat(ArrayReader.read(csv("nan,inf,-Inf\n")).toArray())
        .containsExactly(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
  }

  @Test
  void matVersion5() throws IOException {
    assertThat(ArrayReader.read(mat(MatFiles.PLAIN))).isEqualTo(ONE_TO_SIX);
  }

  @Test
  void matVersion7WithThreeDimensions() throws IOException {
    var array = ArrayReader.read(mat(MatFiles.THREE_DIMENSIONS));
    assertThat(array.dimensions()).containsExactly(2, 3, 4);
    assertThat(array.toArray()).startsWith(0, 1, 2, 3, 4).endsWith(22, 23);
  }

  @Test
  void matVariableByName() throws IOException {
    assertThat(ArrayReader.read(mat(MatFiles.SEVERAL), "B")).isEqualTo(ONE_TO_SIX);
  }

  /** HDF5 holds MATLAB's dimensions reversed: size(A) = [2 3] is a dataset of 3 × 2. */
  @Test
  void matVersion73() {
    var file = MatFiles.version73(folder, "A", "double", new double[][] {{1, 4}, {2, 5}, {3, 6}});
    assertThat(ArrayReader.read(file)).isEqualTo(ONE_TO_SIX);
  }

  @Test
  void matVersion73WithTheHeaderOfMatlab() throws IOException {
    assertThat(ArrayReader.read(mat(MatFiles.version73()))).isEqualTo(ONE_TO_SIX);
  }

  private Path npy(int version, String descr, String fortran, String shape, String hex)
      throws IOException {
    return NpyFiles.write(
        folder.resolve("a.npy"),
        version,
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }".formatted(descr, fortran, shape),
        hex);
  }

  private Path csv(String text) throws IOException {
    return Files.writeString(folder.resolve("a.csv"), text, StandardCharsets.UTF_8);
  }

  private Path mat(byte[] content) throws IOException {
    return Files.write(folder.resolve("a.mat"), content);
  }
}
