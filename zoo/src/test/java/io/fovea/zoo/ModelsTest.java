package io.fovea.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
  @TempDir private Path folder;

  @Test
  void aModelIsFoundByTheNameOfItsFolder() throws IOException {
    Path file = model("one", "lenet");

    assertThat(models("one").find("lenet")).isEqualTo(ModelEntry.of("lenet", file));
  }

  @Test
  void theFirstFolderThatHasANameCounts() throws IOException {
    Path first = model("one", "lenet");
    model("two", "lenet");
    Path other = model("two", "alexnet");

    assertThat(models("one", "two").list())
        .containsExactly(ModelEntry.of("alexnet", other), ModelEntry.of("lenet", first));
  }

  @Test
  void theEnvironmentNamesFolders() throws IOException {
    Path file = model("two", "lenet");
    var environment =
        Map.of("FOVEA_MODELS", folder.resolve("one") + File.pathSeparator + folder.resolve("two"));

    assertThat(Models.ofEnvironment(environment).find("lenet").file()).contains(file);
  }

  @Test
  void aPathNamesAFileOrItsFolder() throws IOException {
    Path file = model("one", "lenet");

    assertThat(models().find(file.toString())).isEqualTo(ModelEntry.of("lenet", file));
    assertThat(models().find(file.getParent().toString()).file()).contains(file);
  }

  @Test
  void aNameIsNoWayOutOfTheFolders() throws IOException {
    model("one", "lenet");

    assertThatThrownBy(() -> models("two").find("../one/lenet")).isInstanceOf(ZooException.class);
  }

  @Test
  void aFolderThatCantBeListedHidesNoModelOfAnother() throws IOException {
    Path file = model("two", "lenet");
    Path closed = Files.createDirectory(folder.resolve("one"));
    assumeTrue(
        closed.toFile().setReadable(false) && !Files.isReadable(closed),
        "skipped: this user may read every folder");

    assertThat(models("one", "two").find("lenet").file()).contains(file);
  }

  @Test
  void aNameIsThatOfOneFolder() throws IOException {
    Files.createFile(Files.createDirectory(folder.resolve("one")).resolve("model.onnx"));

    assertThatThrownBy(() -> models("one").find("")).isInstanceOf(ZooException.class);
    assertThatThrownBy(() -> models("one").find(".")).isInstanceOf(ZooException.class);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() throws IOException {
    model("one", "alexnet");
    model("one", "lenet");

    assertThatThrownBy(() -> models("one").find("lenot"))
        .isInstanceOf(ZooException.class)
        .hasMessage(
            "lenot: there is neither a file nor a model of this name; known models: alexnet, lenet");
  }

  @Test
  void whereNoModelHasANameItIsSaidHowToGiveOne() {
    assertThatThrownBy(() -> models().find("lenet\0"))
        .isInstanceOf(ZooException.class)
        .hasMessage(
            "lenet\0: there is neither a file nor a model of this name; give a model's path, or"
                + " name its folder in FOVEA_MODELS");
  }

  private Models models(String... folders) {
    var paths = new Path[folders.length];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = folder.resolve(folders[i]);
    }
    return Models.of(paths);
  }

  private Path model(String in, String name) throws IOException {
    Path file = folder.resolve(in).resolve(name).resolve("model.onnx");
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
