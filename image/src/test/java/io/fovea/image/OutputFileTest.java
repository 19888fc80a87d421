package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir private Path folder;

  @Test
  void writesTheWholeContent() throws IOException {
    OutputFile.write(folder.resolve("a.txt"), out -> out.write("new".getBytes()));
    assertThat(folder.resolve("a.txt")).hasContent("new");
    assertThat(namesIn(folder)).containsExactly("a.txt");
  }

  @Test
  void replacesWhatWasThere() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "old and longer");
    OutputFile.write(folder.resolve("a.txt"), out -> out.write("new".getBytes()));
    assertThat(folder.resolve("a.txt")).hasContent("new");
  }

  @Test
  void afterAFailureTheOldFileStandsAndNothingElse() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "old");
    assertThatThrownBy(
            () ->
                OutputFile.write(
                    folder.resolve("a.txt"),
                    out -> {
                      out.write(new byte[1 << 20]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(ImageException.class)
        .hasMessage(
            folder.resolve("a.txt")
                + ": the file can't be written (no space left on device);"
                + " make room or choose another place");
    assertThat(folder.resolve("a.txt")).hasContent("old");
    assertThat(namesIn(folder)).containsExactly("a.txt");
  }

  @Test
  void whatTheContentThrowsPassesThrough() throws IOException {
    assertThatThrownBy(
            () ->
                OutputFile.write(
                    folder.resolve("a.txt"),
                    out -> {
                      throw new IllegalStateException("a sentence of its own");
                    }))
        .hasMessage("a sentence of its own");
    assertThat(namesIn(folder)).isEmpty();
  }

  @Test
  void anInterruptedThreadStillWritesTheWhole() throws IOException {
    Thread.currentThread().interrupt();
    OutputFile.write(folder.resolve("a.txt"), out -> out.write(new byte[1 << 20]));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder.resolve("a.txt")).hasSize(1 << 20);
  }

  @Test
  void aMissingFolderIsNamedAndNotMade() {
    var target = folder.resolve("no").resolve("a.txt");
    assertThatThrownBy(() -> OutputFile.write(target, out -> {}))
        .hasMessage(
            target
                + ": the folder "
                + folder.resolve("no")
                + " doesn't exist; make it first, or choose another place");
    assertThat(folder.resolve("no")).doesNotExist();
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> OutputFile.write(file.resolve("a.txt"), out -> {}))
        .hasMessage(file.resolve("a.txt") + ": " + file + " is not a folder; choose another place");
  }

  @Test
  void aFolderIsNoFile() {
    assertThatThrownBy(() -> OutputFile.write(folder, out -> {}))
        .hasMessage(
            folder + ": this is a folder; name a file in it, such as " + folder.resolve("out"));
  }

  @Test
  void aLinkStaysALink() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "old");
    var link = Files.createSymbolicLink(folder.resolve("link"), file);
    OutputFile.write(link, out -> out.write("new".getBytes()));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void aNewFolderAppearsWithAllItsFiles() throws IOException {
    var target = folder.resolve("acts");
    OutputFile.writeFolder(target, Map.of("a", out -> out.write('1'), "b", out -> out.write('2')));
    assertThat(namesIn(target)).containsExactly("a", "b");
    assertThat(namesIn(folder)).containsExactly("acts");
  }

  @Test
  void intoAFolderThatIsThereFilesAreAddedAndReplaced() throws IOException {
    Files.writeString(folder.resolve("a"), "old");
    Files.writeString(folder.resolve("other"), "stays");
    OutputFile.writeFolder(folder, Map.of("a", out -> out.write('1')));
    assertThat(folder.resolve("a")).hasContent("1");
    assertThat(folder.resolve("other")).hasContent("stays");
    assertThat(namesIn(folder)).containsExactly("a", "other");
  }

  @Test
  void afterAFailureNoFileOfAFolderStands() throws IOException {
    OutputFile.Content failing =
        out -> {
          throw new IOException("disk broken");
        };
    assertThatThrownBy(
            () ->
                OutputFile.writeFolder(
                    folder.resolve("acts"), Map.of("a", out -> out.write('1'), "b", failing)))
        .isInstanceOf(ImageException.class);
    assertThat(namesIn(folder)).isEmpty();
  }

  @Test
  void aNameThatLeavesTheFolderIsRefused() {
    assertThatThrownBy(() -> OutputFile.writeFolder(folder, Map.of("../a", out -> {})))
        .hasMessage(
            folder
                + ": \"../a\" can't be the name of a file in it;"
                + " use OutputFile.fileName for names of layers");
  }

  @Test
  void everyLayerNameHasAPlainFileName() {
    assertThat(OutputFile.fileName("fire2-squeeze1x1", ".npy")).isEqualTo("fire2-squeeze1x1.npy");
    assertThat(OutputFile.fileName("../é", ".npy")).isEqualTo("%2E.%2F%C3%A9.npy");
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
