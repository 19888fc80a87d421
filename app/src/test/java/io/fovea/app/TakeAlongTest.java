package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fovea.app.server.PageServer;
import io.fovea.image.ArrayReader;
import io.fovea.image.NumericArray;
import io.fovea.image.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files to take along, over HTTP: of the input 0, 1, 2, 4 the layer "both" makes it and its −. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakeAlongTest {
  private final Path folder;
  private final Path model;
  private final Path input;
  private final PageServer server;

  TakeAlongTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    model = TinyOnnx.bright(folder);
    input = Files.writeString(folder.resolve("in.csv"), "0,1\n2,4\n");
    server = Fetched.server(model, input);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void theMontageIsThatOfTheCommand() throws Exception {
    Path png = folder.resolve("both.png");
    CommandRun.alone(
        "montage",
        model,
        input,
        "both",
        "-o",
        png,
        "--scale",
        "symmetric",
        "--colormap",
        "viridis");

    Fetched taken = get("api/montage.png?layer=both&scale=symmetric&map=viridis");

    assertThat(taken.body()).isEqualTo(Files.readAllBytes(png));
    assertThat(taken.disposition()).isEqualTo("attachment; filename=\"bright-both-montage.png\"");
  }

  @Test
  void itsChannelsComeInTheOrderOnScreen() throws Exception { // most zeros first: both have one
    Picture byNumber = get("api/montage.png?layer=both").picture(folder);
    Picture strongest = get("api/montage.png?layer=both&sort=strongest").picture(folder);

    assertThat(strongest).isEqualTo(byNumber);
    assertThat(get("api/montage.png?layer=both&sort=loud").status()).isEqualTo(400);
  }

  @Test
  void aChannelIsLargeAndOnItsOwnScale() throws Exception { // −4 to 0 become 0 to 255
    Fetched taken = get("api/channel.png?layer=both&channel=1");

    Picture picture = taken.picture(folder);
    assertThat(picture.height()).isEqualTo(448);
    assertThat(picture.sample(447, 447, 0)).isZero();
    assertThat(picture.sample(0, 0, 0)).isEqualTo(255);
    assertThat(taken.disposition()).contains("bright-both-channel-2.png");
  }

  @Test
  void valuesComeAsAnArray() throws Exception {
    NumericArray all = array(get("api/activation.npy?layer=both"));
    NumericArray one = array(get("api/activation.npy?layer=both&channel=1"));

    assertThat(all.dimensions()).containsExactly(1, 2, 2, 2);
    assertThat(all.toArray()).containsExactly(0, 1, 2, 4, 0, -1, -2, -4);
    assertThat(one.dimensions()).containsExactly(1, 1, 2, 2);
    assertThat(one.toArray()).containsExactly(0, -1, -2, -4);
  }

  @Test
  void scoresComeAsATableTheLikeliestFirst() throws Exception { // the mean is 1.75: σ(3.5)
    Fetched taken = get("api/scores.csv");

    String[] lines = taken.text().split("\r\n");
    assertThat(lines).hasSize(3);
    assertThat(lines[0]).isEqualTo("rank,index,label,score");
    assertThat(lines[1]).startsWith("1,0,\"bright\",0.97");
    assertThat(lines[2]).startsWith("2,1,\"dark\",");
    assertThat(Double.parseDouble(lines[2].substring("2,1,\"dark\",".length())))
        .isCloseTo(1 / (1 + Math.exp(3.5)), within(1e-6));
    assertThat(taken.disposition()).contains("bright-in-scores.csv");
  }

  @Test
  void theReportComesWithItsOwnPolicy() throws Exception {
    Fetched taken = get("api/report.html?layer=both&language=ko");

    assertThat(taken.text()).startsWith("<!doctype html>").contains("<html lang=\"ko\">");
    assertThat(taken.disposition()).contains("bright-in-report.html");
  }

  @Test
  void theGraphComesAsAPicture() throws Exception {
    Fetched taken = get("api/graph.svg");

    assertThat(taken.text())
        .startsWith("<svg xmlns=")
        .contains(">both</text>", "2 × 2 × 2", "href=\"data:image/png;base64,");
    assertThat(taken.disposition()).contains("bright-graph.svg");
  }

  @Test
  void theLinesOfTheCommandMakeTheSamePicture() throws Exception {
    String command = lines("command").split("\n")[0];
    Path png = folder.resolve("by-command.png");

    Object[] words =
        command.replace("bright-both-montage.png", png.toString()).substring(6).split(" ");
    assertThat(CommandRun.alone(words).exitCode()).isZero();
    assertThat(Files.readAllBytes(png)).isEqualTo(onScreen());
  }

  @Test
  void theLinesOfTheShellMakeTheSamePicture() throws Exception {
    Path png = folder.resolve("by-shell.png");
    Path channel = folder.resolve("channel-by-shell.png");
    String lines =
        lines("shell")
            .replace("bright-both-montage.png", literal(png))
            .replace("bright-both-channel-2.png", literal(channel));

    assertThat(FoveaProgram.run(folder, "", "shell", script(lines).toString()))
        .doesNotContain("Error", "Exception");

    assertThat(Files.readAllBytes(png)).isEqualTo(onScreen());
    assertThat(Files.readAllBytes(channel)).isEqualTo(channelOnScreen());
  }

  @Test
  void theProgramMakesTheSamePictures() throws Exception {
    Path work = Files.createDirectory(folder.resolve("program"));

    int exit = JavaProgram.run(lines("java"), "Look", work);

    assertThat(exit).isZero();
    assertThat(Files.readAllBytes(work.resolve("bright-both-montage.png"))).isEqualTo(onScreen());
    assertThat(Files.readAllBytes(work.resolve("bright-both-channel-2.png")))
        .isEqualTo(channelOnScreen());
  }

  private byte[] onScreen() throws Exception {
    return get("api/montage.png?layer=both&scale=symmetric").body();
  }

  private byte[] channelOnScreen() throws Exception {
    return get("api/channel.png?layer=both&scale=symmetric&channel=1").body();
  }

  private String lines(String form) throws Exception {
    return get("api/java?layer=both&scale=symmetric&channel=1").json().getString(form);
  }

  private Path script(String lines) throws IOException {
    return Files.writeString(folder.resolve("lines.jsh"), lines);
  }

  private static String literal(Path path) {
    return path.toString().replace("\\", "\\\\");
  }

  private NumericArray array(Fetched taken) throws IOException {
    return ArrayReader.read(
        Files.write(Files.createTempFile(folder, "taken", ".npy"), taken.body()));
  }

  private Fetched get(String path) throws Exception {
    return Fetched.get(server, model, path);
  }
}
