package io.fovea.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.ChannelOrder;
import io.fovea.image.Fit;
import io.fovea.image.Preprocessing;
import io.fovea.network.ImageInput;
import org.junit.jupiter.api.Test;

class CommonPreprocessingTest {
  @Test
  void aSquareColourInputIsGivenTorchvisionsPreprocessing() {
    assertThat(guess(224, 224, 3)).isEqualTo(CommonPreprocessing.torchvision(256));
  }

  @Test
  void theShortSideStaysInProportionToTheCrop() { // 227 · 256 / 224 = 259.4
    assertThat(guess(227, 227, 3).resize().shortSide()).isEqualTo(259);
  }

  @Test
  void aGrayInputIsStretchedAndScaledToOne() {
    Preprocessing gray = guess(28, 28, 1);

    assertThat(gray.channelOrder()).isEqualTo(ChannelOrder.GRAY);
    assertThat(gray.resize().fit()).isEqualTo(Fit.STRETCH);
    assertThat(gray.scale()).isEqualTo(1 / 255f);
    assertThat(gray.mean()).isEmpty();
  }

  private static Preprocessing guess(int height, int width, int channels) {
    return CommonPreprocessing.guess(ImageInput.of("data", height, width, channels));
  }
}
