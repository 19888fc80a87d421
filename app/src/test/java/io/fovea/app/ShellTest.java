package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
  @TempDir private Path folder;

  @Test
  void aScriptFindsTheLessonsWords() throws Exception { // the layer gives x and −x
    Path model = TinyOnnx.bright(folder);
    Path script =
        Files.writeString(
            folder.resolve("lesson.jsh"),
            """
            var net = load("%s")
            float[][] array = {{1, 2}, {3, 4}};
            var act = activations(net, array, "both")
            System.out.println(act)
            System.out.println(mat2gray(act))
            """
                .formatted(model.toString().replace("\\", "\\\\")));

    assertThat(FoveaProgram.run(folder, "", "shell", script.toString()))
        .isEqualTo("both: 2 × 2 × 2, values -4.0 to 4.0\nboth: 2 × 2 × 2, values 0.0 to 1.0\n");
  }

  @Test
  void standardInputIsAScriptThatAnswersWhatItPrints() throws Exception {
    var typed =
        """
        int a = 3
        a + 4
        for (int i = 0; i < 2; i++) {
          System.out.println(a + i);
        }
        """;

    assertThat(FoveaProgram.run(folder, typed, "shell")).isEqualTo("3\n4\n");
  }
}
