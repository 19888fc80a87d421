package io.fovea.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.network.Analysis;
import io.fovea.network.BatchNormalizationFolding;
import io.fovea.network.Convolution2d;
import io.fovea.network.Initializer;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Shapes;
import io.fovea.onnx.OnnxReader;
import io.fovea.tensor.Shape;
import io.fovea.testing.SharedData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitecturesTest {
  private static final long SEED = 1;

  @Test
  void squeezeNetHasTheSizesThatTheLessonShows() {
    Network network = Architectures.squeezenet(1000, Initializer.GLOROT, SEED);

    var shapes = Shapes.of(network, 1);
    assertThat(network.layers()).hasSize(68);
    assertThat(shapes.get("conv1")).isEqualTo(Shape.of(1, 64, 113, 113));
    assertThat(shapes.get("pool1")).isEqualTo(Shape.of(1, 64, 56, 56));
    assertThat(shapes.get("fire9-concat")).isEqualTo(Shape.of(1, 512, 14, 14));
    assertThat(learnables(network)).isEqualTo(1_235_496);
  }

  @Test
  void squeezeNetIsTheOneThatImageNetKnows() {
    Network known = OnnxReader.read(SharedData.require("models/squeezenet/model.onnx")).network();
    Network network = Architectures.squeezenet(1000, Initializer.GLOROT, SEED);

    assertThat(network.layers().stream().map(ArchitecturesTest::text))
        .containsExactlyElementsOf(known.layers().stream().map(ArchitecturesTest::text).toList());
    assertThat(Shapes.of(network, 1)).isEqualTo(Shapes.of(known, 1));
  }

  @Test
  void squeezeNetAnswersForAnyNumberOfClasses() { // 512 weights and a bias for each of them
    Network network = Architectures.squeezenet(101, Initializer.HE, SEED);

    assertThat(Shapes.of(network, 2).get("prob")).isEqualTo(Shape.of(2, 101, 1, 1));
    assertThat(learnables(network)).isEqualTo(1_235_496 - 899 * 513);
  }

  @Test
  void batchNormalizationStandsBetweenEachConvolutionAndItsReluButTheLast() {
    Network network = Architectures.create("squeezenet-bn", 1000, Initializer.HE, SEED);

    assertThat(network.layers()).hasSize(68 + 25);
    assertThat(network.layer("relu_conv1").inputs()).containsExactly("bn_conv1");
    assertThat(network.layer("fire2-bn_expand3x3").inputs()).containsExactly("fire2-expand3x3");
    assertThat(((Convolution2d) network.layer("conv1")).bias()).isEmpty();
    assertThat(((Convolution2d) network.layer("conv10")).bias()).isPresent();
    assertThat(Analysis.of(network).faults()).isEmpty();
  }

  @Test
  void foldedItIsSqueezeNet() {
    Network network = Architectures.create("squeezenet-bn", 10, Initializer.HE, SEED);
    Network plain = Architectures.squeezenet(10, Initializer.HE, SEED);

    assertThat(
            BatchNormalizationFolding.fold(network).layers().stream().map(ArchitecturesTest::text))
        .containsExactlyElementsOf(plain.layers().stream().map(ArchitecturesTest::text).toList());
  }

  @Test
  void theSameSeedGivesTheSameNetwork() {
    Network network = Architectures.squeezenet(5, Initializer.HE, SEED);

    assertThat(Architectures.squeezenet(5, Initializer.HE, SEED).layers())
        .isEqualTo(network.layers());
    assertThat(Architectures.squeezenet(5, Initializer.HE, SEED + 1).layers())
        .isNotEqualTo(network.layers());
  }

  @Test
  void itsClassesMayHaveNames() {
    Network network =
        Architectures.create("squeezenet", List.of("cat", "dog"), Initializer.HE, SEED);

    assertThat(network.outputs().get(0).description())
        .isEqualTo("cross entropy with 'cat' and 1 other classes");
  }

  /** Counts as torchvision and its models' papers state them, for ImageNet's classes. */
  @ParameterizedTest
  @CsvSource({
    "squeezenet, 1235496, 14, 512, fire9-concat",
    "alexnet, 61100840, 6, 256, pool5",
    "vgg16, 138357544, 7, 512, pool5",
    "resnet18, 11689512, 7, 512, res5b_relu",
    "resnet50, 25557032, 7, 2048, res5c_relu",
    "mobilenet-v2, 3504872, 7, 1280, Conv_1_relu"
  })
  void architecturesAreOfTheSizeThatIsKnown(
      String name, long learnables, int side, int channels, String last) {
    Network network = Architectures.create(name, 1000, Initializer.ZEROS, SEED);

    var analysis = Analysis.of(network);
    assertThat(network.name()).isEqualTo(name);
    assertThat(analysis.faults()).isEmpty();
    assertThat(analysis.totals().learnables()).isEqualTo(learnables);
    assertThat(Shapes.of(network, 1).get(last)).isEqualTo(Shape.of(1, channels, side, side));
    assertThat(Shapes.of(network, 1).get(network.outputs().get(0).name()))
        .isEqualTo(Shape.of(1, 1000, 1, 1));
  }

  @Test
  void theirNamesAreThose() {
    assertThat(Architectures.names())
        .containsExactly(
            "squeezenet",
            "squeezenet-bn",
            "alexnet",
            "vgg16",
            "resnet18",
            "resnet50",
            "mobilenet-v2");
  }

  @Test
  void anUnknownNameIsToldTheKnownOnes() {
    assertThatThrownBy(() -> Architectures.create("lenet", 10, Initializer.HE, SEED))
        .isInstanceOf(ZooException.class)
        .hasMessage(
            "lenet: there is no architecture of this name; known ones: "
                + String.join(", ", Architectures.names()));
  }

  @Test
  void aClassifierWithoutClassesIsRefused() {
    assertThatThrownBy(() -> Architectures.squeezenet(0, Initializer.HE, SEED))
        .isInstanceOf(ZooException.class)
        .hasMessage("squeezenet: a classifier needs at least 1 class, not 0");
  }

  private static long learnables(Network network) {
    return Analysis.of(network).totals().learnables();
  }

  /** What the architecture says of a layer. */
  private static String text(Layer layer) {
    return layer.name() + " " + layer.type() + layer.hyperparameters() + layer.inputs();
  }
}
