package io.fovea.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.network.ClassificationOutput;
import io.fovea.network.Convolution2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.network.Shapes;
import io.fovea.tensor.Shape;
import io.fovea.testing.SharedData;
import org.junit.jupiter.api.Test;

class SqueezeNetTest {
  private final OnnxModel model =
      OnnxReader.read(SharedData.require("models/squeezenet/model.onnx"));
  private final Network network = model.network();

  @Test
  void hasItsImageInputThe66LayersOfTheFileAndItsClassificationOutput() {
    assertThat(network.layers()).hasSize(68);
    assertThat(network.layers().get(0)).isEqualTo(ImageInput.of("data", 227, 227, 3));
    assertThat(network.layer("ClassificationLayer_prob")).isInstanceOf(ClassificationOutput.class);
  }

  @Test
  void hasTheSizesThatTheLessonShows() {
    var shapes = Shapes.of(network, 1);
    assertThat(shapes.get("conv1")).isEqualTo(Shape.of(1, 64, 113, 113));
    assertThat(shapes.get("pool1")).isEqualTo(Shape.of(1, 64, 56, 56));
    assertThat(shapes.get("pool10")).isEqualTo(Shape.of(1, 1000, 1, 1));
  }

  @Test
  void has1235496Learnables() {
    int count =
        network.layers().stream()
            .map(Layer::learnables)
            .flatMap(learnables -> learnables.stream())
            .mapToInt(Parameter::count)
            .sum();
    assertThat(count).isEqualTo(1_235_496);
  }

  @Test
  void keepsItsWeightsInTheFile() {
    var conv1 = (Convolution2d) network.layer("conv1");
    assertThat(conv1.weights().values().isDirect()).isTrue();
  }

  @Test
  void saysWhoWroteIt() {
    assertThat(model.irVersion()).isEqualTo(8);
    assertThat(model.opsets()).containsEntry("ai.onnx", 13L);
    assertThat(model.outputs()).containsEntry("prob", "prob");
    assertThat(model.assumedSizes()).isEmpty();
  }

  @Test
  void asFloat16IsTheSameArchitecture() {
    var half =
        OnnxReader.read(SharedData.require("models/squeezenet-caffe-fp16/model.onnx")).network();
    assertThat(half.layers()).hasSize(68);
  }
}
