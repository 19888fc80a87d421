package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostResultsTest {
  private static final String SENTENCE =
      "fovea: the results can't be written any more; their reader is gone, or the disk is full\n";

  @TempDir private Path folder;

  @Test
  void whatCantBePrintedIsAFailureOfEachCommand() throws IOException {
    Path model = TinyOnnx.bright(folder);
    Path input = Files.writeString(folder.resolve("in.csv"), "1,2\n3,4\n");

    assertThat(onFullDisk("analyze", model)).isEqualTo(SENTENCE);
    assertThat(onFullDisk("activations", model, input, "both")).isEqualTo(SENTENCE);
    assertThat(onFullDisk("classify", model, input)).isEqualTo(SENTENCE);
    assertThat(onFullDisk("models")).isEqualTo(SENTENCE);
    assertThat(onFullDisk("completion")).isEqualTo(SENTENCE);
    assertThat(onFullDisk("--help")).isEqualTo(SENTENCE);
  }

  @Test
  void whereNothingIsPrintedNothingIsLost() throws IOException {
    Path model = TinyOnnx.bright(folder);

    assertThat(onFullDisk("analyze", model, "-o", folder.resolve("table.txt"))).isEmpty();
  }

  /** What is said of a command that can print nothing; its exit code fits what is said. */
  private String onFullDisk(Object... arguments) {
    var err = new StringWriter();
    var surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            new PrintWriter(new Full()),
            new PrintWriter(err),
            Map.of("FOVEA_MODELS", folder.toString()),
            Terminals.NONE);
    var texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int exitCode = FoveaCommand.run(surroundings, texts);
    assertThat(exitCode).isEqualTo(err.toString().isEmpty() ? 0 : 1);
    return err.toString().replace(System.lineSeparator(), "\n");
  }

  /** A disk without room. */
  private static final class Full extends OutputStream {
    @Override
    public void write(int value) throws IOException {
      throw new IOException("no space left on device");
    }
  }
}
