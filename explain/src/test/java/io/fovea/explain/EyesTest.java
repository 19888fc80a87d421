package io.fovea.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fovea.image.ChannelOrder;
import io.fovea.image.ColourProfile;
import io.fovea.image.Interpolation;
import io.fovea.image.PictureReader;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.network.Network;
import io.fovea.network.Relu;
import io.fovea.network.Shapes;
import io.fovea.network.Size;
import io.fovea.network.reference.Reference;
import io.fovea.onnx.OnnxReader;
import io.fovea.tensor.Tensor;
import io.fovea.testing.SharedData;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lesson's question, which channel sees the eyes, asked of a real network. */
class EyesTest {
  private static final Preprocessing IMAGENET =
      new Preprocessing(
          ChannelOrder.RGB,
          Resize.crop(Interpolation.PIL_BILINEAR, 256),
          1 / 255f,
          List.of(0.485f, 0.456f, 0.406f),
          List.of(0.229f, 0.224f, 0.225f),
          ColourProfile.IGNORE);

  @Test
  void aBoxRoundTheEyesFindsTheChannelsThatSeeThem() {
    var file = SharedData.require("models/squeezenet/model.onnx");
    var picture = PictureReader.read(SharedData.require("data/photos/skimage-astronaut.png"));
    Network network = OnnxReader.read(file).network();
    Tensor input = IMAGENET.apply(picture, 227, 227, 3);

    FoundFilters found = find(network, input, new Box(29, 81, 41, 123));

    assertThat(found.layers()).isEqualTo(26);
    assertThat(found.best())
        .extracting(Found::layer, each -> each.channel() + 1, each -> rounded(each.sigma()))
        .containsExactly(
            tuple("fire5-relu_expand1x1", 37, 6.2), tuple("fire8-relu_expand3x3", 6, 6.1));
  }

  private static FoundFilters find(Network network, Tensor input, Box box) {
    String data = network.imageInputs().get(0).name();
    var shapes = Shapes.of(network, Map.of(data, input.shape()));
    FilterFinder finder = FilterFinder.of(Size.of(227), box, 2);
    Reference.activations(network, Map.of(data, input))
        .forEach(
            (name, values) -> {
              if (network.layer(name) instanceof Relu) {
                finder.examine(name, Params.tensor(shapes.get(name), values));
              }
            });
    return finder.found();
  }

  private static double rounded(double sigma) {
    return Math.round(sigma * 10) / 10.0;
  }
}
