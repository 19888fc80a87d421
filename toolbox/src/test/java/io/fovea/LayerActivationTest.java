package io.fovea;

import static io.fovea.Fovea.mat2gray;
import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.Picture;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LayerActivationTest {
  /** Two channels of one value each, which a montage draws as tiles of 8 × 8. */
  private static final LayerActivation TWO =
      new LayerActivation("relu1", Tensor.of(Shape.of(1, 2, 1, 1), 2, 4));

  @Test
  void aRawMontageSaturates() {
    Picture picture = TWO.montage();

    assertThat(picture.sample(0, 0, 0)).isEqualTo(255);
    assertThat(picture.sample(0, 8, 0)).isEqualTo(255);
  }

  @Test
  void mat2grayMakesAMontageReadable() {
    assertThat(TWO.montage(mat2gray())).isEqualTo(TWO.mat2gray().montage());
    assertThat(TWO.mat2gray().montage().sample(0, 0, 0)).isZero();
    assertThat(TWO.mat2gray().montage().sample(0, 8, 0)).isEqualTo(255);
  }

  @Test
  void aChannelIsAnActivationOfItsOwn() {
    assertThat(TWO.channel(1).tensor()).isEqualTo(Tensor.of(Shape.of(1, 1, 1, 1), 4));
  }

  @Test
  void itPrintsItsSizeAndRange() {
    assertThat(TWO).hasToString("relu1: 1 × 1 × 2, values 2.0 to 4.0");
  }
}
