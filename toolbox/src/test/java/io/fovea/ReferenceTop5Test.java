package io.fovea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fovea.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** 110 pictures, held against Pillow's preprocessing and ONNX Runtime's scores (see DATA.md). */
@TestInstance(Lifecycle.PER_CLASS)
class ReferenceTop5Test {
  private static final float TOLERANCE = 0.04f;

  private final List<Outcome> outcomes = new ArrayList<>();
  private List<Line> lines = List.of();

  /** A picture and its five best classes, best first. */
  private record Line(Path picture, List<Integer> indices, List<Float> scores) {
    static Line of(String text) {
      String[] fields = text.split("\t");
      String folder = fields[0].endsWith(".JPEG") ? "imagenet-sample" : "photos";
      return new Line(
          SharedData.require("data/" + folder + "/" + fields[0]),
          IntStream.range(0, 5).mapToObj(i -> Integer.valueOf(fields[1 + 2 * i])).toList(),
          IntStream.range(0, 5).mapToObj(i -> Float.valueOf(fields[2 + 2 * i])).toList());
    }

    boolean leads() {
      return scores.get(0) - scores.get(1) > TOLERANCE;
    }
  }

  @Test
  void scoresAgreeWithTheReferenceAndSoDoFirstClassesThatLead() {
    var softly = new SoftAssertions();
    for (int i = 0; i < lines.size(); i++) {
      compare(lines.get(i), outcomes.get(i).classification().orElseThrow(), softly);
    }
    softly.assertThat(lines).hasSize(110);
    softly.assertAll();
  }

  @Test
  void sixtyFiveOfTheHundredLabelledPicturesAreToldAtOnceAndEightyNineInFive() throws IOException {
    List<String> identifiers = identifiers();
    int labelled = 0;
    int first = 0;
    int amongFive = 0;
    for (Outcome outcome : outcomes) {
      if (!outcome.input().toString().endsWith(".JPEG")) {
        continue;
      }
      labelled++;
      String name = outcome.input().getFileName().toString();
      int label = identifiers.indexOf(name.substring(0, name.indexOf('_')));
      List<Integer> best =
          outcome.classification().orElseThrow().top(5).stream().map(Prediction::index).toList();
      first += best.get(0) == label ? 1 : 0;
      amongFive += best.contains(label) ? 1 : 0;
    }

    assertThat(labelled).isEqualTo(100);
    assertThat(first).isEqualTo(65);
    assertThat(amongFive).isEqualTo(89);
  }

  private static void compare(Line line, Classification found, SoftAssertions softly) {
    float[] scores = found.scores();
    for (int i = 0; i < 5; i++) {
      softly
          .assertThat(scores[line.indices().get(i)])
          .as("%s: class %d", line.picture().getFileName(), line.indices().get(i))
          .isCloseTo(line.scores().get(i), within(TOLERANCE));
    }
    if (line.leads()) {
      softly
          .assertThat(found.best().index())
          .as("%s: first class", line.picture().getFileName())
          .isEqualTo(line.indices().get(0));
    }
  }

  @BeforeAll
  void classifyAll() throws IOException {
    lines = lines();
    try (var net = Fovea.load(SharedData.require("models/squeezenet/model.onnx").toString())) {
      net.classifyEach(lines.stream().map(Line::picture).toList(), 8, outcomes::add);
    }
  }

  private static List<Line> lines() throws IOException {
    return Files.readAllLines(SharedData.require("data/reference-top5.tsv")).stream()
        .skip(1)
        .map(Line::of)
        .toList();
  }

  /** WordNet's identifier of each class. */
  private static List<String> identifiers() throws IOException {
    return Files.readAllLines(SharedData.require("models/squeezenet/synset_words.txt")).stream()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }
}
