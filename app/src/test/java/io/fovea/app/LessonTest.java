package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fovea.image.Picture;
import io.fovea.image.PictureReader;
import io.fovea.network.Network;
import io.fovea.network.Shapes;
import io.fovea.zoo.Models;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The lesson is true: what it says to type works, in its order, and answers what it shows. {@code
 * mvn test -pl app -am -Dtest=LessonTest -Dfovea.lesson=write} makes its pictures anew.
 */
class LessonTest {
  private static final LessonText ENGLISH = LessonText.read("lesson.md");
  private static final LessonText KOREAN = LessonText.read("lesson.ko.md");

  @TempDir private Path folder;

  @Test
  void whatIsTypedAnswersWhatIsShown() throws IOException, InterruptedException {
    try (var run = new LessonRun(folder)) {
      for (LessonText.Step step : ENGLISH.steps()) {
        String answer = run.take(step);

        if (!step.answer().isEmpty()) {
          LessonRun.compare(step.input().text(), step.answer(), answer);
        }
      }
    }
    picturesAreTheOnesThatFoveaMakes();
  }

  private void picturesAreTheOnesThatFoveaMakes() throws IOException, InterruptedException {
    Path kept = LessonText.FOLDER.resolve("lesson");
    Path made = Files.createDirectories(folder.resolve("docs/lesson"));
    String script = kept.resolve("pictures.jsh").toAbsolutePath().toString();
    assertThat(FoveaProgram.run(folder, "", "shell", script)).isEmpty();

    assertThat(names(made)).containsExactlyInAnyOrderElementsOf(ENGLISH.pictures());
    for (String name : ENGLISH.pictures()) {
      if ("write".equals(System.getProperty("fovea.lesson"))) {
        Files.write(kept.resolve(name), Files.readAllBytes(made.resolve(name)));
      }
      assertThat(difference(kept.resolve(name), made.resolve(name)))
          .as(name)
          .isCloseTo(0, within(0.5));
    }
  }

  @Test
  void itsPicturesAreSmall() throws IOException {
    long bytes = 0;
    for (String name : ENGLISH.pictures()) {
      bytes += Files.size(LessonText.FOLDER.resolve("lesson").resolve(name));
    }
    assertThat(bytes).isLessThan(200_000);
  }

  @Test
  void itTellsOfEachKindOfLayer() {
    assertThat(ENGLISH.kinds().stream().flatMap(kinds -> Stream.of(kinds.split(", "))))
        .contains("activations", "input", "convolution", "activation", "pooling", "merge", "dense")
        .contains("softmax", "output", "dropout", "normalization", "transfer-learning");
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(KOREAN.blocks()).isEqualTo(ENGLISH.blocks());
    assertThat(KOREAN.kinds()).isEqualTo(ENGLISH.kinds());
    assertThat(KOREAN.links()).isEqualTo(ENGLISH.links());
    assertThat(KOREAN.pictures()).isEqualTo(ENGLISH.pictures());
  }

  @Test
  void itsLinksLeadToChannelsThatAreThere() {
    Network network = Models.ofEnvironment(Map.of()).open("squeezenet-caltech101").network();
    var shapes = Shapes.of(network, 1);
    for (Map<String, String> query : ENGLISH.links().stream().map(LessonTest::query).toList()) {
      assertThat(query.keySet())
          .isSubsetOf("tab", "model", "input", "layer", "channel", "view", "scale", "map", "sort");
      assertThat(query.getOrDefault("tab", "explore")).isIn("explore", "compare", "train");
      assertThat(query.getOrDefault("view", "activation")).isIn("activation", "weights", "before");
      assertThat(query.getOrDefault("input", "sample:face")).isEqualTo("sample:face");
      if (query.containsKey("layer")) {
        String layer = network.layer(query.get("layer")).name();
        assertThat(Integer.parseInt(query.getOrDefault("channel", "1")))
            .isBetween(1, shapes.get(layer).channels());
      }
    }
  }

  @Test
  void explorersCommandsAreUnderstood() {
    var nowhere = new PrintWriter(Writer.nullWriter());
    var surroundings =
        new Surroundings(InputStream.nullInputStream(), nowhere, nowhere, Map.of(), Terminals.NONE);
    CommandLine fovea = FoveaCommand.commandLine(surroundings);
    assumeTrue(fovea.getSubcommands().containsKey("explore"), "fovea explore isn't there yet");

    for (String command : ENGLISH.commands()) {
      assertThat(fovea.parseArgs(command.split("\\s+")).hasSubcommand()).isTrue();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static Map<String, String> query(String text) {
    var query = new LinkedHashMap<String, String>();
    Arrays.stream(text.split("&"))
        .map(part -> part.split("=", 2))
        .forEach(part -> query.put(part[0], part[1]));
    return query;
  }

  /** The mean difference of two pictures' samples; endless where their sizes differ. */
  private static double difference(Path one, Path other) {
    Picture first = PictureReader.read(one);
    Picture second = PictureReader.read(other);
    byte[] left = first.toBytes();
    byte[] right = second.toBytes();
    if (first.width() != second.width() || left.length != right.length) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += Math.abs((left[i] & 0xff) - (right[i] & 0xff));
    }
    return sum / left.length;
  }
}
