package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.Limits;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class TilesTest {
  private static final Limits TO_FOUR = new Limits(0, 4);

  @Test
  void differencesAreToTheLevelAboveInTheSameTile() {
    Tiles tiles = Tiles.of(Shape.of(1, 2, 2, 2), 64);
    byte[] drawn = {10, 20, 15, 18, 7, 7, 7, 8};

    assertThat(tiles.differences(drawn)).containsExactly(10, 20, 5, -2, 7, 7, 0, 1);
  }

  @Test
  void aChannelThatFitsStaysAsItIs() { // 1 of 0 to 4 is 63.75
    var activation = Tensor.of(Shape.of(1, 2, 1, 2), 0, 1, 2, 4);
    Tiles tiles = Tiles.of(activation.shape(), 8);

    byte[] drawn = tiles.draw(activation, List.of(TO_FOUR, TO_FOUR));

    assertThat(List.of(tiles.height(), tiles.width(), tiles.bytes())).containsExactly(1, 2, 2);
    assertThat(drawn).containsExactly(0, 64, 128, 255);
  }

  @Test
  void aLargerOneIsAveragedOverAreas() { // (0 + 2 + 2 + 4) / 4 = 2, (4 + 4 + 0 + 0) / 4 = 2
    var activation = Tensor.of(Shape.of(1, 1, 2, 4), 0, 2, 4, 4, 2, 4, 0, 0);
    Tiles tiles = Tiles.of(activation.shape(), 2);

    assertThat(List.of(tiles.height(), tiles.width())).containsExactly(1, 2);
    assertThat(tiles.draw(activation, List.of(TO_FOUR))).containsExactly(128, 128);
  }

  @Test
  void areasAreAsEvenAsWholeColumnsAllow() { // 5 columns to 3: the first, two, two
    var activation = Tensor.of(Shape.of(1, 1, 1, 5), 4, 0, 4, 0, 0);
    Tiles tiles = Tiles.of(activation.shape(), 3);

    assertThat(tiles.draw(activation, List.of(TO_FOUR))).containsExactly(255, 128, 0);
  }

  @Test
  void aNarrowOneKeepsAColumn() {
    assertThat(Tiles.of(Shape.of(1, 1, 100, 1), 10).width()).isEqualTo(1);
  }

  @Test
  void whatIsBeyondTheScaleIsAtItsEnds() {
    var activation = Tensor.of(Shape.of(1, 1, 1, 2), -1, 5);

    assertThat(draw(activation, TO_FOUR)).containsExactly(0, 255);
  }

  @Test
  void withoutARangeValuesAreTakenAsTheyAre() { // as mat2gray does: 0.5 of 1
    var activation = Tensor.of(Shape.of(1, 1, 1, 2), 0.5f, 0.5f);

    assertThat(draw(activation, new Limits(0.5, 0.5))).containsExactly(128, 128);
  }

  @Test
  void notANumberIsDarkest() {
    var activation = Tensor.of(Shape.of(1, 1, 1, 2), Float.NaN, 4);

    assertThat(draw(activation, TO_FOUR)).containsExactly(0, 255);
  }

  private static byte[] draw(Tensor activation, Limits limits) {
    return Tiles.of(activation.shape(), 8).draw(activation, List.of(limits));
  }
}
