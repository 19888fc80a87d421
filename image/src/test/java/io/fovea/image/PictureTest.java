package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
  private static final Picture TWO_PIXELS =
      Picture.of(1, 2, 3, new byte[] {(byte) 255, 0, 0, 10, 20, 30});

  @Test
  void grayIsLumaRounded() {
    // 0.299 · 255 = 76.2; 0.299 · 10 + 0.587 · 20 + 0.114 · 30 = 18.15
    assertThat(TWO_PIXELS.toGray()).isEqualTo(Picture.of(1, 2, 1, new byte[] {76, 18}));
  }

  @Test
  void rgbRepeatsGray() {
    assertThat(Picture.of(1, 2, 1, new byte[] {4, 9}).toRgb())
        .isEqualTo(Picture.of(1, 2, 3, new byte[] {4, 4, 4, 9, 9, 9}));
  }

  @Test
  void aTensorHasOneChannelAfterAnother() {
    assertThat(TWO_PIXELS.toTensor().toArray()).containsExactly(255, 10, 0, 20, 0, 30);
  }

  @Test
  void aPartOutsideIsRefused() {
    assertThatThrownBy(() -> TWO_PIXELS.crop(0, 1, 1, 2))
        .isInstanceOf(ImageException.class)
        .hasMessage("the part of 1 × 2 from row 0 and column 1 isn't inside the picture of 1 × 2");
  }

  @Test
  void twoChannelsAreRefused() {
    assertThatThrownBy(() -> Picture.of(1, 1, 2, new byte[2]))
        .isInstanceOf(ImageException.class)
        .hasMessage("a picture has 1 channel (gray) or 3 (red, green, blue), but not 2");
  }

  @Test
  void changingTheGivenArrayChangesNoPicture() {
    byte[] samples = {1};
    var picture = Picture.of(1, 1, 1, samples);
    samples[0] = 2;
    assertThat(picture.sample(0, 0, 0)).isEqualTo(1);
  }

  @Test
  void asJpegItLooksTheSame(@TempDir Path folder) throws IOException {
    var orange = new byte[16 * 16 * 3];
    for (int i = 0; i < orange.length; i += 3) {
      orange[i] = (byte) 230;
      orange[i + 1] = 120;
      orange[i + 2] = 20;
    }
    Path jpeg = Files.write(folder.resolve("a.jpg"), Picture.of(16, 16, 3, orange).toJpeg());

    Picture read = PictureReader.read(jpeg);

    assertThat(read.sample(8, 8, 0)).isCloseTo(230, within(3));
    assertThat(read.sample(8, 8, 1)).isCloseTo(120, within(3));
    assertThat(read.sample(8, 8, 2)).isCloseTo(20, within(3));
  }

  @Test
  void aWrittenPngReadsBackTheSame(@TempDir Path folder) {
    Path png = folder.resolve("two.png");
    TWO_PIXELS.write(png);
    assertThat(PictureReader.read(png)).isEqualTo(TWO_PIXELS);
  }

  @Test
  void java2dSeesTheSameColours() {
    assertThat(TWO_PIXELS.toBufferedImage().getRGB(1, 0)).isEqualTo(0xff0a141e);
  }
}
