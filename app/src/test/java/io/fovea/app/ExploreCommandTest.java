package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ExploreCommandTest {
  @TempDir private Path folder;

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is ended there without a word")
  void thePageIsServedUntilItIsEndedAndNothingIsLeft() throws Exception {
    Process process = explore("explore", "--no-browser");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      String address = out.readLine();
      assertThat(address).matches("http://127\\.0\\.0\\.1:\\d+/[\\w-]{24}/");
      assertThat(lineThatTells(err, "fovea: squeezenet:")) // no such model is named here
          .contains("so the bundled squeezenet-caltech101 is used");
      assertThat(lineThatTells(err, "fovea: press")).isEqualTo("fovea: press Ctrl-C to end");
      assertThat(status(address)).isEqualTo(200);
      assertThat(left()).hasSize(1);

      process.destroy();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(left()).isEmpty();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void itIsSaidWhoCanLookWhereOthersReachIt() throws Exception {
    Process process = explore("explore", "--no-browser", "--host", "0.0.0.0");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      String address = out.readLine();

      assertThat(address).doesNotContain("0.0.0.0");
      assertThat(lineThatTells(err, "fovea: whoever"))
          .isEqualTo(
              "fovea: whoever reaches this machine and learns the address can look and train;"
                  + " nothing on the way is encrypted");
      assertThat(status(address)).isEqualTo(200);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aPortThatIsTakenIsSaid() throws IOException {
    try (var taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();

      CommandRun run = CommandRun.alone("explore", "--no-browser", "--port", port);

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .isEqualTo(
              "fovea: port %d of 127.0.0.1 can't be listened on (Address already in use); choose another with --port or --host\n"
                  .formatted(port));
    }
  }

  @Test
  void aHostThatIsNotThisMachineIsSaid() {
    CommandRun run = CommandRun.alone("explore", "--no-browser", "--host", "192.0.2.200");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("fovea: port 0 of 192.0.2.200 can't be listened on (")
        .doesNotContain("in use")
        .hasLineCount(1);
  }

  @Test
  void anInputThatIsBrokenIsSaid() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "nothing to see");

    CommandRun run = CommandRun.alone("explore", "squeezenet", text, "--no-browser");

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                1,
                "",
                "fovea: %s: the file isn't a picture that is read (JPEG, PNG, GIF, BMP, WebP, TIFF)\n"
                    .formatted(text)));
  }

  @Test
  void aModelThatIsNotThereIsSaid() {
    CommandRun run = CommandRun.alone("explore", "nothing.onnx", "--no-browser");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("fovea: nothing.onnx: there is neither a file nor");
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    CommandRun run = CommandRun.alone("explore", "--no-browser", "--folder", "nowhere");

    assertThat(run)
        .isEqualTo(new CommandRun(1, "", "fovea: nowhere: is no folder; name one that is there\n"));
  }

  private Process explore(String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + folder);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(FoveaCommand.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }

  /** The first line that begins so; libraries may say something before. */
  private static String lineThatTells(BufferedReader lines, String start) throws IOException {
    String line = lines.readLine();
    while (!line.startsWith(start)) {
      line = lines.readLine();
    }
    return line;
  }

  private static int status(String address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  /** What servers left of what pages sent them. */
  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.getFileName().toString().startsWith("fovea-page-")).toList();
    }
  }
}
