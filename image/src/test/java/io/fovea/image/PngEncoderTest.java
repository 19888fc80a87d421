package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngEncoderTest {
  /** Noise, flat and sloping lines, so that each filter is the best somewhere. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 1, 3", "7, 5, 1", "5, 7, 3", "300, 400, 1", "300, 400, 3"})
  void anotherDecoderSeesTheSamePicture(int height, int width, int channels) throws IOException {
    var samples = new byte[height * width * channels];
    new Random(7).nextBytes(samples);
    for (int i = samples.length / 3; i < samples.length; i++) {
      samples[i] = (byte) (i < samples.length / 2 ? i / channels : samples[i % width]);
    }
    var picture = Picture.of(height, width, channels, samples);
    var png = new ByteArrayOutputStream();
    PngEncoder.write(picture, png);
    var read = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
    assertThat(read.getRaster().getNumBands()).isEqualTo(channels);
    var pixels = read.getRaster().getPixels(0, 0, width, height, (int[]) null);
    for (int i = 0; i < samples.length; i++) {
      assertThat(pixels[i]).isEqualTo(samples[i] & 0xff);
    }
  }
}
