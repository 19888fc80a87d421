package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SampleInputTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "face, 79ca872ea37cf511",
    "shapes, fb432531751ed052",
    "measurement, 4c6be4e5450d2c61",
  })
  void everyMachineDrawsTheSame(String word, String sha256) throws NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    var found = digest.digest(SampleInput.parse(word).picture().toBytes());

    assertThat(HexFormat.of().formatHex(found)).startsWith(sha256);
  }

  @Test
  void theFaceLooksOutOfTwoDarkPupilsInWhiteEyes() { // at 256 ∓ 50, 255; the iris is 17 wide
    var face = SampleInput.FACE.picture();

    for (int pupil : new int[] {206, 306}) {
      assertThat(brightness(face, 257, pupil)).isLessThan(40);
      assertThat(brightness(face, 256, pupil - 24)).isGreaterThan(150);
      assertThat(brightness(face, 256, pupil + 24)).isGreaterThan(150);
    }
  }

  @Test
  void theShapesHaveTheirColours() {
    var shapes = SampleInput.SHAPES.picture();

    assertThat(color(shapes, 96, 96)).isEqualTo("red");
    assertThat(color(shapes, 96, 256)).isEqualTo("blue");
    assertThat(shapes.sample(256, 96 - 4, 1)).isNotEqualTo(shapes.sample(256, 96 + 4, 1));
  }

  @Test
  void theMeasurementPeaksWhereItIsSaidTo() {
    // 1 at (40, 48), where the ripple is sin(6 π) = 0; the noise is at most 0.05
    var array = SampleInput.MEASUREMENT.array().orElseThrow();
    Offset<Float> noise = within(0.051f);

    assertThat(array.dimensions()).isEqualTo(List.of(128, 160));
    assertThat(array.toArray()[40 * 160 + 48]).isEqualTo(1f, noise);
    assertThat(array.toArray()[122 * 160]).isEqualTo(0.35f, noise); // the ridge
    assertThat(array.toArray()[4 * 160 + 148]).isEqualTo(0.06f, noise); // sin(18.5 π) = 1
  }

  @Test
  void onlyTheMeasurementIsAnArray() {
    assertThat(SampleInput.FACE.array()).isEmpty();
    assertThat(SampleInput.SHAPES.array()).isEmpty();
  }

  @Test
  void theMeasurementAsAPictureGoesFromBlackToWhite() {
    var picture = SampleInput.MEASUREMENT.picture();

    assertThat(picture).hasToString("128 × 160 × 1");
    assertThat(picture.toBytes()).contains((byte) 0).contains((byte) 255);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadBack(SampleInput sample) {
    var file = folder.resolve(sample.fileName());
    sample.write(file);

    if (sample.array().isPresent()) {
      assertThat(ArrayReader.read(file).toTensor(1))
          .isEqualTo(sample.array().orElseThrow().toTensor(1));
    } else {
      assertThat(PictureReader.read(file)).isEqualTo(sample.picture());
    }
  }

  @Test
  void anUnknownSampleIsRefused() {
    assertThatThrownBy(() -> SampleInput.parse("cat"))
        .isInstanceOf(ImageException.class)
        .hasMessage("there is no sample \"cat\"; use one of: face, shapes, measurement");
  }

  private static int brightness(Picture picture, int row, int column) {
    return picture.toGray().sample(row, column, 0);
  }

  private static String color(Picture picture, int row, int column) {
    int red = picture.sample(row, column, 0);
    int blue = picture.sample(row, column, 2);
    return red > 2 * blue ? "red" : blue > 2 * red ? "blue" : "neither";
  }
}
