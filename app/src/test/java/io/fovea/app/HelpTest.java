package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Help texts are held against {@code src/test/resources/help}; {@code mvn verify -pl app -am
 * -Dfovea.help=write} writes them anew.
 */
class HelpTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "help");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "explore",
        "analyze",
        "activations",
        "montage",
        "classify",
        "train",
        "evaluate",
        "datastore",
        "samples",
        "demo",
        "models",
        "models list",
        "models path",
        "shell",
        "completion"
      })
  void helpIsAsWritten(String command) throws IOException {
    Object[] arguments = (command + " --help").strip().split(" ");
    String name = ("fovea " + command).strip().replace(' ', '-') + ".txt";

    CommandRun run = CommandRun.alone(arguments);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    if ("write".equals(System.getProperty("fovea.help"))) {
      Files.writeString(FOLDER.resolve(name), run.out());
    }
    assertThat(run.out()).isEqualTo(Files.readString(FOLDER.resolve(name)));
  }
}
