package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences a person meets who gives a file that isn't an array of numbers. */
class ArrayErrorsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'descr': '<c8', 'fortran_order': False, 'shape': (1,)} | the array holds complex numbers (<c8), not numbers; save it with .astype('float32')",
        "{'descr': '<U3', 'fortran_order': False, 'shape': (1,)} | the array holds strings (<U3), not numbers; save it with .astype('float32')",
        "{'descr': 'O', 'fortran_order': False, 'shape': (1,)} | the array holds Python objects (O), not numbers; save it with .astype('float32')",
        "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)} | the array holds records of several fields ([...]), not numbers; save it with .astype('float32')",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 3)} | the array is 0 × 3 and so holds no numbers",
        "{'descr': '<f4', 'fortran_order': False} | the NPY header has no shape that can be read; save it with numpy.save",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999, 99999)} | the header claims 99999 × 99999 numbers of 4 bytes, but there are only 80 bytes; copy the file again"
      })
  void npyHeaders(String header, String sentence) throws IOException {
    var file = NpyFiles.write(folder.resolve("a.npy"), 1, header, "00000000");
    var withLength = sentence.replace("only 80 bytes", "only " + Files.size(file) + " bytes");
    assertThatThrownBy(() -> ArrayReader.read(file))
        .isInstanceOf(ImageException.class)
        .hasMessage(file + ": " + withLength);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.npy | PK-no-array | this is no NPY array (it doesn't begin with \\x93NUMPY); save it with numpy.save",
        "a.npy | ab | the NPY array ends too early; copy the file again",
        "a.mat | hello | this is no MATLAB file of version 5 to 7.3; save it in MATLAB with -v7",
        "a.csv | 1,2/3/4,5 | line 2 has 1 numbers, but the rows before it have 2; make all rows equally long",
        "a.csv | 1,2/3,x | line 2, column 2 is \"x\", not a number; mend the cell, or take the line out",
        "a.csv | 1,2/3, | line 2, column 2 is empty, not a number; mend the cell, or take the line out",
        "a.csv | a,b | there is no row of numbers in this file; save a table of numbers",
        "a.txt | 1 | not an array file; arrays are read from .npy, .npz, .csv and .mat"
      })
  void contents(String name, String content, String sentence) throws IOException {
    var file = Files.writeString(folder.resolve(name), content.replace('/', '\n'));
    assertThatThrownBy(() -> ArrayReader.read(file))
        .isInstanceOf(ImageException.class)
        .hasMessage(file + ": " + sentence);
  }

  @Test
  void aLongCellThatIsAlmostANumberIsRefusedAtOnce() throws IOException {
    var file = Files.writeString(folder.resolve("a.csv"), "1\n" + "1".repeat(100_000) + "x\n");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () ->
            assertThatThrownBy(() -> ArrayReader.read(file))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("line 2, column 1 is \"11111111111111111111\""));
  }

  @Test
  void matVariablesThatAreNotOneArrayOfNumbers() {
    assertMat(
        MatFiles.SEVERAL, "there are several numeric variables: A, B; save the one you mean alone");
    assertMat(
        MatFiles.COMPLEX,
        "the variable z is complex, not an array of real numbers; save single(z)");
    assertMat(
        MatFiles.STRUCT,
        "the variable s is a struct, not an array of real numbers; save single(s)");
    assertMat(
        Arrays.copyOf(MatFiles.PLAIN, 160),
        "a variable claims 96 bytes, but the file has only 24 left; copy it again");
  }

  @ParameterizedTest
  @CsvSource({
    "0, the variable A is 0 × 3 and so holds no numbers",
    "1000000, 'the variable A claims to be 1000000 × 3, but the file has only 232 bytes; copy it again'"
  })
  void matVariablesOfSizesThatCannotBe(int rows, String sentence) {
    byte[] file = MatFiles.PLAIN.clone();
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(160, rows);

    assertMat(file, sentence);
  }

  @Test
  void filesThatAreNotThere() throws IOException {
    var missing = folder.resolve("a.npy");
    assertThatThrownBy(() -> ArrayReader.read(missing))
        .hasMessage(missing + ": there is no such file");
    var directory = Files.createDirectory(folder.resolve("b.npy"));
    assertThatThrownBy(() -> ArrayReader.read(directory))
        .hasMessage(directory + ": this is a folder; name a file in it");
  }

  @ParameterizedTest
  @CsvSource({"a.npz, a: the array", "b.mat, the array", "c.mat, the array"})
  void anArrayOfMoreNumbersThanAreWantedIsRefused(String name, String what) throws IOException {
    NpzWriter.write(folder.resolve("a.npz"), Map.of("a", Tensor.zeros(Shape.of(1, 1, 2, 3))));
    Files.write(folder.resolve("b.mat"), MatFiles.PLAIN);
    Files.write(folder.resolve("c.mat"), MatFiles.version73());

    assertMoreThanFive(
        folder.resolve(name),
        what + " holds 6 numbers, more than the 5 that are read; cut a part out of it first");
  }

  @Test
  void itIsRefusedBeforeItsNumbersAreRead() throws IOException { // which aren't even there
    var header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3)}";

    assertMoreThanFive(
        NpyFiles.write(folder.resolve("a.npy"), 1, header, ""),
        "the array holds 6 numbers, more than the 5 that are read; cut a part out of it first");
  }

  @Test
  void aTableIsReadUntilItHoldsMoreThanIsWanted() throws IOException {
    assertMoreThanFive(
        Files.writeString(folder.resolve("a.csv"), "1,2,3\n4,5,6\n7,8,9\n"),
        "with line 2 the table holds 6 numbers, more than the 5 that are read; cut a part out of it first");
  }

  private static void assertMoreThanFive(Path file, String sentence) {
    assertThatThrownBy(() -> ArrayReader.read(file, 5))
        .isInstanceOf(ImageException.class)
        .hasMessage(file + ": " + sentence);
  }

  /** Any byte may be wrong: what comes is an array or a sentence. */
  @Test
  void damagedFilesGiveASentence() throws IOException {
    var random = new Random(11);
    var tensorFile = folder.resolve("t.npz");
    NpzWriter.write(tensorFile, Map.of("a", Tensor.zeros(Shape.of(1, 1, 9, 9))));
    assertSurvivesDamage("x.npz", Files.readAllBytes(tensorFile), random);
    assertSurvivesDamage("x.mat", MatFiles.PLAIN, random);
    assertSurvivesDamage("x.mat", MatFiles.THREE_DIMENSIONS, random);
    assertSurvivesDamage("x.mat", MatFiles.version73(), random);
    var hdf5 = MatFiles.version73(folder, "A", "single", new float[] {1, 2, 3});
    assertSurvivesDamage("x.mat", Files.readAllBytes(hdf5), random);
    var npy =
        NpyFiles.write(
            folder.resolve("a.npy"),
            1,
            "{'descr': '<f4', 'fortran_order': True, 'shape': (1,1)}",
            "00000000");
    assertSurvivesDamage("x.npy", Files.readAllBytes(npy), random);
  }

  /**
   * The root group's header at byte 64 claims 2<sup>28</sup> bytes from byte 74 on, where one is
   * left; jHDF would read that one again and again, for minutes.
   */
  @Test
  void hdf5LengthBehindTheEnd() throws IOException {
    var file = MatFiles.version73(folder, "A", "double", new double[] {1});
    var cut = Arrays.copyOf(Files.readAllBytes(file), 75);
    ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putInt(64 + 6, 1 << 28);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertMat(
                cut,
                "the MATLAB 7.3 file (HDF5) is broken or cut after 75 bytes; copy or save it again"));
  }

  private void assertSurvivesDamage(String name, byte[] whole, Random random) throws IOException {
    var file = folder.resolve(name);
    for (int round = 0; round < 300; round++) {
      var damaged =
          Arrays.copyOf(whole, round % 3 == 0 ? random.nextInt(whole.length) : whole.length);
      for (int i = 0; i < 1 + round % 4 && damaged.length > 0; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      try {
        assertThat(ArrayReader.read(file).toArray()).isNotEmpty();
      } catch (ImageException e) {
        assertThat(e).hasMessageStartingWith(file + ": ");
      }
    }
  }

  private void assertMat(byte[] content, String sentence) {
    var file = folder.resolve("a.mat");
    assertThatThrownBy(
            () -> {
              Files.write(file, content);
              ArrayReader.read(file);
            })
        .isInstanceOf(ImageException.class)
        .hasMessage(file + ": " + sentence);
  }
}
