package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EXIF 2.32, tag 274: which sides of the stored picture are the upright one's top and left. */
class OrientationTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1, 123456, 2", // 1 2 3 / 4 5 6, as stored
    "2, 321654, 2",
    "3, 654321, 2",
    "4, 456123, 2",
    "5, 142536, 3", // rows become columns
    "6, 415263, 3", // the stored left side is at the top
    "7, 635241, 3", // the upper right corner becomes the lower left one
    "8, 362514, 3", // the stored right side is at the top
    "9, 123456, 2", // no such number
  })
  void theUprightPictureIsReadRowByRow(int number, String upright, int height) {
    var stored = Picture.of(2, 3, 1, new byte[] {'1', '2', '3', '4', '5', '6'});
    var picture = Orientation.ofExif(number).upright(stored);
    assertThat(new String(picture.toBytes(), StandardCharsets.US_ASCII)).isEqualTo(upright);
    assertThat(picture.height()).isEqualTo(height);
  }
}
