package io.fovea.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassNamesTest {
  @TempDir private Path folder;

  @Test
  void aLineIsAClassWithoutWordNetsIdentifier() throws IOException {
    Files.writeString(
        folder.resolve("synset.txt"), "n02012849 crane\nn03126707 crane\nn01440764 tench, Tinca\n");

    assertThat(find(Map.of(), 3)).containsExactly("crane", "crane", "tench, Tinca");
  }

  @Test
  void aTextOfAnotherNumberOfLinesIsNoListOfThisModelsClasses() throws IOException {
    Files.writeString(folder.resolve("README.txt"), "This is a model.\n");
    Files.writeString(folder.resolve("labels.txt"), "cat\ndog\n");

    assertThat(find(Map.of(), 2)).containsExactly("cat", "dog");
  }

  @Test
  void theModelsOwnMetadataNamesItsClasses() {
    assertThat(find(Map.of("classes", "[\"cat\", \"dog\"]"), 2)).containsExactly("cat", "dog");
    assertThat(find(Map.of("labels", "cat\ndog\n"), 2)).containsExactly("cat", "dog");
  }

  @Test
  void otherwiseClassesAreNumbered() {
    assertThat(find(Map.of(), 3)).containsExactly("0", "1", "2");
  }

  private List<String> find(Map<String, String> metadata, int count) {
    return ClassNames.find(Optional.of(folder.resolve("model.onnx")), metadata, count);
  }
}
