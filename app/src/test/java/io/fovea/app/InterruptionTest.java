package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  @Test
  void aRunThatBeginsWhileTheProcessStopsEndsInOrder() throws Exception {
    assertThat(stopping("begin")).isEqualTo("interrupted");
  }

  @Test
  void aRunMayEndWhileTheProcessStops() throws Exception {
    assertThat(stopping("end")).isEqualTo("ended");
  }

  private static String stopping(String what) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Stopping.class.getName(),
                what)
            .redirectErrorStream(true)
            .start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed.strip();
  }

  /** A process that does something with an interruption while it stops. */
  static final class Stopping {
    private Stopping() {}

    public static void main(String... args) {
      Runnable work = args[0].equals("begin") ? Stopping::begin : end(new Interruption());
      Runtime.getRuntime().addShutdownHook(new Thread(work));
    }

    private static void begin() {
      try (var interruption = new Interruption()) {
        interruption.check();
        System.out.println("not interrupted");
      } catch (Interruption.Interrupted e) {
        System.out.println("interrupted");
      }
    }

    private static Runnable end(Interruption interruption) {
      return () -> {
        interruption.close();
        System.out.println("ended");
      };
    }
  }
}
