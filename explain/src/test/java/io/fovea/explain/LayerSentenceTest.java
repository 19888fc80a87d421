package io.fovea.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.Convolution2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Shapes;
import io.fovea.network.Stride;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayerSentenceTest {
  private static final Convolution2d CONV =
      Convolution2d.of(
              "conv", "data", Params.zeros("Weights", 64, 3, 3, 3), Params.zeros("Bias", 64))
          .withStride(2);

  @ParameterizedTest
  @EnumSource
  void everyTypeOfLayerHasItsSentence(Language language) {
    assertThat(LayerSentence.table(language).types())
        .isEqualTo(Set.of(Layer.class.getPermittedSubclasses()));
  }

  @Test
  void theChannelsOfAPictureAreCalledColours() {
    assertThat(inNetwork(ImageInput.of("data", 227, 227, 3), CONV, Language.ENGLISH))
        .isEqualTo(
            "64 filters look through a 3 × 3 window at all 3 colours, every 2nd pixel:"
                + " 27 products and a bias make each value."
                + " The window and its steps are fixed; 1,728 weights and 64 biases are learned.");
    assertThat(inNetwork(ImageInput.of("data", 227, 227, 3), CONV, Language.KOREAN))
        .isEqualTo(
            "필터 64개가 3 × 3 창으로 색상 3개를 모두 보면서 2픽셀씩 옮겨 가고, 곱 27개와 편향 1개를 더해 값 하나를 만듭니다."
                + " 창의 크기와 간격은 정해져 있고, 가중치 1,728개와 편향 64개를 학습합니다.");
  }

  @Test
  void ofALayerByItselfNobodyKnowsWhetherItLooksAtColours() {
    assertThat(LayerSentence.of(CONV, List.of(Shape.of(1, 3, 9, 9)), Language.ENGLISH))
        .startsWith("64 filters look through a 3 × 3 window at all 3 channels, every 2nd place:");
  }

  @Test
  void theChannelsOfAnotherArrayStayChannels() {
    var conv =
        Convolution2d.of("conv", "data", Params.zeros("W", 1, 2, 3, 3), Params.zeros("B", 1))
            .withStride(Stride.of(1, 3));

    assertThat(inNetwork(ImageInput.of("data", 9, 9, 2), conv, Language.ENGLISH))
        .startsWith(
            "1 filter looks through a 3 × 3 window at all 2 channels,"
                + " every row and every 3rd column: 18 products");
  }

  @Test
  void thePictureItselfIsTold() {
    var data = ImageInput.of("data", 227, 227, 3);

    assertThat(inNetwork(data, data, Language.ENGLISH))
        .isEqualTo(
            "The picture enters here: 227 × 227 pixels of 3 colours each."
                + " Nothing is learned here.");
    assertThat(inNetwork(data, data, Language.KOREAN))
        .isEqualTo("여기로 227 × 227픽셀의 그림이 들어오며, 픽셀마다 색상 값 3개가 있습니다." + " 여기서 학습되는 것은 없습니다.");
  }

  @ParameterizedTest
  @EnumSource
  void everySentenceIsTheWrittenOne(Language language) {
    var told = new ArrayList<String>();
    EveryLayer.examples()
        .forEach((layer, inputs) -> told.add(LayerSentence.of(layer, inputs, language)));

    assertThat(told).containsExactlyElementsOf(EveryLayer.sentences(language));
  }

  private static String inNetwork(ImageInput data, Layer layer, Language language) {
    var layers = new LinkedHashMap<String, Layer>();
    layers.put(data.name(), data);
    layers.put(layer.name(), layer);
    Network network = Network.of("net", List.copyOf(layers.values()));
    Map<String, Shape> shapes = Shapes.of(network, 1);
    return LayerSentence.of(network, layer, shapes, language);
  }
}
