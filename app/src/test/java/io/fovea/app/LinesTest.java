package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.app.server.PageServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The lines for each order of the channels: of the input 0, −1, −2, −4 the layer "both" makes it
 * and its −, so that the second channel is the strongest.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinesTest {
  private final Path folder;
  private final Path model;
  private final PageServer server;

  LinesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    model = TinyOnnx.bright(folder);
    server = Fetched.server(model, Files.writeString(folder.resolve("in.csv"), "0,-1\n-2,-4\n"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void theStrongestComesFirstOnThePageButNotInTheLines() throws Exception {
    assertThat(onPage("strongest")).isNotEqualTo(onPage("number"));
    assertThat(onPage("mean")).isNotEqualTo(onPage("number"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "strongest", "mean", "sparsity"})
  void theCommandMakesThePictureByNumber(String sort) throws Exception {
    Path png = folder.resolve(sort + ".png");
    String command =
        lines(sort, "command")
            .lines()
            .filter(line -> line.startsWith("fovea montage"))
            .findFirst()
            .orElseThrow();

    Object[] words =
        command.replace("bright-both-montage.png", png.toString()).substring(6).split(" ");

    assertThat(CommandRun.alone(words).exitCode()).isZero();
    assertThat(Files.readAllBytes(png)).isEqualTo(onPage("number"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "strongest", "mean", "sparsity"})
  void theShellMakesThePictureByNumber(String sort) throws Exception {
    Path png = folder.resolve(sort + "-by-shell.png");
    String lines = lines(sort, "shell").replace("bright-both-montage.png", png.toString());

    Path script = Files.writeString(folder.resolve(sort + ".jsh"), lines + "/exit\n");

    assertThat(FoveaProgram.run(folder, "", "shell", script.toString()))
        .doesNotContain("Error", "Exception");
    assertThat(Files.readAllBytes(png)).isEqualTo(onPage("number"));
  }

  @ParameterizedTest
  @CsvSource({
    "strongest, strongest first",
    "mean, greatest mean first",
    "sparsity, most zeros first"
  })
  void aCommentSaysThatThePageHasAnotherOrder(String sort, String words) throws Exception {
    String comment = "channels by number; the page has them " + words;

    assertThat(lines(sort, "java")).contains("\n      // " + comment + "\n");
    assertThat(lines(sort, "shell")).contains("\n// " + comment + "\n");
    assertThat(lines(sort, "command")).contains("# " + comment + "\n");
  }

  @Test
  void byNumberThereIsNothingToSay() throws Exception {
    for (String form : List.of("java", "shell", "command")) {
      assertThat(lines("number", form)).doesNotContain("by number");
    }
  }

  private byte[] onPage(String sort) throws Exception {
    return Fetched.get(server, model, "api/montage.png?layer=both&scale=symmetric&sort=" + sort)
        .body();
  }

  private String lines(String sort, String form) throws Exception {
    return Fetched.get(server, model, "api/java?layer=both&scale=symmetric&sort=" + sort)
        .json()
        .getString(form);
  }
}
