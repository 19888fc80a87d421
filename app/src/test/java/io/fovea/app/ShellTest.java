package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
  @TempDir private Path folder;

  @Test
  void aScriptFindsTheLessonsWords() throws IOException { // the layer gives x and −x
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
            /exit
            """
                .formatted(model.toString().replace("\\", "\\\\")));

    assertThat(run(script))
        .isEqualTo("both: 2 × 2 × 2, values -4.0 to 4.0\nboth: 2 × 2 × 2, values 0.0 to 1.0\n");
  }

  private static String run(Path script) {
    var out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertThat(Shell.run(List.of(script), false)).isZero();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
