package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingFolderTest {
  @TempDir private Path temporary;
  private Path folder = Path.of("");
  private Folders allowed = Folders.of(List.of());

  @BeforeEach
  void allow() throws IOException {
    folder = Files.createDirectory(temporary.toRealPath().resolve("pictures"));
    allowed = Folders.of(List.of(folder));
  }

  @Test
  void foldersOfPicturesAreClassesWithTheirCounts() throws IOException {
    TinyTraining.colours(folder);
    Files.writeString(folder.resolve("red").resolve("notes.txt"), "no picture");

    TrainingFolder seen = TrainingFolder.read(folder, allowed);

    assertThat(seen.isLabelled()).isTrue();
    assertThat(seen.folders())
        .extracting(each -> TrainingFolder.name(each.path()), TrainingFolder::pictures)
        .containsExactly(tuple("blue", 5), tuple("green", 5), tuple("red", 5));
  }

  @Test
  void oneFolderOfPicturesIsNothingToTellApart() throws IOException {
    TinyTraining.write(folder.resolve("red"), "one.png", 255, 0, 0);
    Files.createDirectory(folder.resolve("empty"));

    assertThat(TrainingFolder.read(folder, allowed).isLabelled()).isFalse();
  }

  @Test
  void thePageReadsWhereItIsAndWhatIsInside() throws IOException {
    TinyTraining.colours(folder.resolve("colours"));

    Map<String, Object> json = TrainingFolder.read(folder, allowed).toJson(allowed);

    assertThat(json)
        .contains(entry("name", "pictures"), entry("labelled", false), entry("pictures", 0))
        .doesNotContainKey("parent"); // it is the one that was allowed
    assertThat(TrainingFolder.read(folder.resolve("colours"), allowed).toJson(allowed))
        .contains(entry("parent", folder.toString()), entry("labelled", true));
  }

  @Test
  void hiddenFoldersAndLinksThatLeadOutAreNotListed() throws IOException {
    Files.createDirectory(folder.resolve(".cache"));
    Files.createSymbolicLink(folder.resolve("out"), temporary.toRealPath());
    Files.createDirectory(folder.resolve("ants"));

    assertThat(TrainingFolder.read(folder, allowed).folders())
        .extracting(TrainingFolder::path)
        .containsExactly(folder.resolve("ants"));
  }
}
