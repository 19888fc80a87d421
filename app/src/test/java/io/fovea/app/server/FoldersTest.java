package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldersTest {
  @TempDir private Path temporary;
  private Path pictures = Path.of("");
  private Path secret = Path.of("");
  private Folders folders = Folders.of(List.of());

  @BeforeEach
  void write() throws IOException {
    Path real = temporary.toRealPath();
    pictures = Files.createDirectories(real.resolve("pictures"));
    Files.createDirectories(pictures.resolve("ants"));
    secret = Files.createDirectories(real.resolve("pictures-secret"));
    folders = Folders.of(List.of(pictures));
  }

  @Test
  void whatLiesInsideIsFoundByItsWholeOrItsRelativePath() {
    assertThat(folders.resolve(pictures.toString())).isEqualTo(pictures);
    assertThat(folders.resolve(pictures.resolve("ants").toString()))
        .isEqualTo(pictures.resolve("ants"));
    assertThat(folders.resolve("ants")).isEqualTo(pictures.resolve("ants"));
    assertThat(folders.resolve("ants/../ants")).isEqualTo(pictures.resolve("ants"));
  }

  @Test
  void aLinkIntoAnotherAllowedFolderIsFollowed() throws IOException {
    Path link = Files.createSymbolicLink(pictures.resolve("link"), secret);

    assertThat(Folders.of(List.of(pictures, secret)).resolve(link.toString())).isEqualTo(secret);
    assertThatThrownBy(() -> folders.resolve(link.toString())).isInstanceOf(RequestException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "../pictures-secret",
        "ants/../..",
        "/",
        "/etc",
        "nowhere",
        "C:\\",
        "\\\\host\\share",
        "ants\0"
      })
  void whatLiesElsewhereAndWhatIsNotThereGetTheSameAnswer(String path) {
    assertThatThrownBy(() -> folders.resolve(path))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            path
                + ": there is no such folder in those allowed at start; choose one of the list, or"
                + " start again with --folder");
  }

  @Test
  void aFolderWhoseNameOnlyBeginsTheSameIsElsewhere() {
    assertThatThrownBy(() -> folders.resolve(secret.toString()))
        .hasMessageContaining("no such folder in those allowed");
  }

  @Test
  void aLinkThatLeadsOutIsElsewhere() throws IOException {
    Files.createSymbolicLink(pictures.resolve("out"), secret);

    assertThatThrownBy(() -> folders.resolve("out"))
        .hasMessageContaining("no such folder in those allowed");
    assertThat(folders.hold(pictures.resolve("out"))).isFalse();
  }

  @Test
  void aLinkThatStaysInsideIsFollowed() throws IOException {
    Files.createSymbolicLink(pictures.resolve("same"), pictures.resolve("ants"));

    assertThat(folders.resolve("same")).isEqualTo(pictures.resolve("ants"));
  }

  @Test
  void whereNoneIsAllowedThereIsNone() {
    assertThatThrownBy(() -> Folders.of(List.of()).resolve(pictures.toString()))
        .hasMessageContaining("no such folder in those allowed");
  }

  @Test
  void aFolderToAllowMustBeThere() {
    assertThatThrownBy(() -> Folders.of(List.of(pictures.resolve("nowhere"))))
        .hasMessage(
            pictures.resolve("nowhere")
                + ": there is no such folder, or it may not be read; check its name");
  }
}
