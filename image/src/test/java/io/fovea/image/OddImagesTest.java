package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A hundred odd and broken pictures: each is read (height × width × channels) or refused with the
 * sentence of {@code odd-images.tsv}, to the letter.
 */
class OddImagesTest {
  private static final String FOLDER = "data/odd-images/";
  private static final List<String> NO_PICTURES = List.of(".tsv", ".txt", "LICENSE");

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "odd-images.tsv", delimiter = '\t', quoteCharacter = '\0')
  void isReadOrRefusedByName(String name, String outcome) {
    Path file = Shared.file(FOLDER + name);
    assertThat(outcomeOf(file, ColourProfile.IGNORE)).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "odd-images.tsv", delimiter = '\t', quoteCharacter = '\0')
  void takesFewSecondsAtMost(String name, String outcome) {
    Path file = Shared.file(FOLDER + name);
    Assertions.assertTimeout(
        Duration.ofSeconds(10), () -> outcomeOf(file, ColourProfile.APPLY), outcome);
  }

  @Test
  void theTableHasEveryPictureOfTheFolder() throws IOException {
    Path folder = Shared.file(FOLDER);
    var table = Path.of("src/test/resources/io/fovea/image/odd-images.tsv");
    var named = Files.readAllLines(table).stream().map(line -> line.split("\t")[0]).toList();
    try (Stream<Path> files = Files.walk(folder)) {
      var found =
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .filter(name -> NO_PICTURES.stream().noneMatch(name::endsWith))
              .toList();
      assertThat(named).containsExactlyInAnyOrderElementsOf(found);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pillow-hopper_orientation_2.jpg",
        "pillow-hopper_orientation_5.jpg",
        "pillow-hopper_orientation_6.jpg",
        "pillow-hopper_orientation_8.jpg",
        "pillow-hopper_orientation_6.webp",
        "pillow-hopper.gif",
        "pillow-hopper.webp",
        "pillow-hopper.bmp",
        "pillow-hopper_rle8.bmp",
        "pillow-hopper_idat_after_image_end.png",
        "pillow-truncated_end_chunk.png",
      })
  void isThePictureOfTheUprightJpeg(String name) {
    var expected = PictureReader.read(Shared.file(FOLDER + "pillow-hopper.jpg"));
    var picture = PictureReader.read(Shared.file(FOLDER + name));
    assertThat(meanDifference(picture, expected)).isLessThan(12);
  }

  @Test
  void cmykIsNearlyTheSamePictureAsItsRgbTwin() {
    var rgb = PictureReader.read(Shared.file(FOLDER + "pillow-pil_sample_rgb.jpg"));
    var cmyk = PictureReader.read(Shared.file(FOLDER + "pillow-pil_sample_cmyk.jpg"));
    assertThat(meanDifference(cmyk, rgb)).isCloseTo(0, within(16.0));
  }

  @Test
  void sixteenBitsAreRoundedToEight() {
    // 64 columns from 0 in steps of 1024: 1024 / 257 = 3.98
    var gray = PictureReader.read(Shared.file(FOLDER + "generated/gray16-gradient-64.png"));
    assertThat(gray.sample(0, 1, 0)).isEqualTo(4);
    assertThat(gray.sample(0, 63, 0)).isEqualTo(251); // 64512 / 257 = 251.02
  }

  private static String outcomeOf(Path file, ColourProfile profile) {
    try {
      return PictureReader.read(file, profile).toString();
    } catch (ImageException refused) {
      assertThat(refused.getMessage()).startsWith(file + ": ");
      return refused.getMessage().substring(file.toString().length() + 2);
    }
  }

  private static double meanDifference(Picture one, Picture other) {
    assertThat(one).hasToString(other.toString());
    byte[] samples = one.toBytes();
    byte[] others = other.toBytes();
    long sum = 0;
    for (int at = 0; at < samples.length; at++) {
      sum += Math.abs((samples[at] & 0xff) - (others[at] & 0xff));
    }
    return (double) sum / samples.length;
  }
}
