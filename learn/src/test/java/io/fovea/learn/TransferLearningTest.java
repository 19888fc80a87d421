package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.network.ClassificationOutput;
import io.fovea.network.Convolution2d;
import io.fovea.network.FullyConnected;
import io.fovea.network.ImageInput;
import io.fovea.network.Initializer;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import io.fovea.network.Softmax;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransferLearningTest {
  private static final List<String> CLASSES = List.of("ants", "bees");

  @Test
  void aLastConvolutionGetsAFilterForEachClass() {
    Network network = TransferLearning.newHead(Patterns.network(1), CLASSES, Initializer.HE, 1);

    var head = (Convolution2d) network.layer("conv3");
    assertThat(head.weights().dimensions()).containsExactly(2, 12, 1, 1);
    assertThat(head.bias().orElseThrow().toArray()).containsExactly(1, 1);
    assertThat(((ClassificationOutput) network.layer("output")).classes()).isEqualTo(CLASSES);
    assertThat(network.layer("conv2")).isEqualTo(Patterns.network(1).layer("conv2"));
  }

  @Test
  void aLastFullyConnectedLayerGetsAnOutputForEachClass() {
    Network network = TransferLearning.newHead(connected(), CLASSES, Initializer.HE, 1);

    var head = (FullyConnected) network.layer("fc");
    assertThat(head.outputs()).isEqualTo(2);
    assertThat(head.inputCount()).isEqualTo(4);
  }

  @Test
  void theSameSeedDrawsTheSameHead() {
    Network network = Patterns.network(1);

    assertThat(TransferLearning.newHead(network, CLASSES, Initializer.HE, 1).layer("conv3"))
        .isEqualTo(TransferLearning.newHead(network, CLASSES, Initializer.HE, 1).layer("conv3"))
        .isNotEqualTo(TransferLearning.newHead(network, CLASSES, Initializer.HE, 2).layer("conv3"));
  }

  @Test
  void theOptionsFreezeAllBeforeTheHeadAndLetItLearnTenTimesAsFast() {
    Network network = TransferLearning.newHead(Patterns.network(1), CLASSES, Initializer.HE, 1);
    Optimization optimization = TransferLearning.options(network).optimization();

    assertThat(TransferLearning.head(network)).isEqualTo("conv3");
    assertThat(optimization.frozenUntil()).contains("drop2");
    assertThat(optimization.factors("conv3")).isEqualTo(new LayerFactors(10, 1));
    assertThat(LearningLayers.of(network, optimization)).containsExactly("conv3");
  }

  @Test
  void aHeadThatLearnedTellsTheNewClassesApart() {
    var scratch = TrainingOptions.standard().withEpochs(12).withBatch(10).withThreads(1);
    Network learned =
        Trainer.of(Patterns.network(1), scratch.withRate(0.05))
            .train(Patterns.data(60, 1))
            .network();
    Network network = TransferLearning.newHead(learned, Patterns.CLASSES, Initializer.HE, 5);

    var options = TransferLearning.options(network).withRate(1e-3).withThreads(1);
    var result = Trainer.of(network, options).train(Patterns.data(60, 3), Patterns.data(33, 2));

    var validations = result.history().validations();
    assertThat(validations.get(validations.size() - 1).accuracy()).isGreaterThan(0.9);
  }

  @Test
  void oneClassOrTwoOfOneNameAreRefused() {
    assertThatThrownBy(
            () ->
                TransferLearning.newHead(
                    Patterns.network(1), List.of("ants", "ants"), Initializer.HE, 1))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "a network tells at least 2 classes apart, each with its own name, but these are"
                + " given: [ants, ants]");
  }

  @Test
  void aNetworkThatLearnsNothingHasNoHead() {
    Network plain =
        Network.of("plain", List.of(ImageInput.of("data", 2, 2, 1), new Relu("relu", "data")));

    assertThatThrownBy(() -> TransferLearning.newHead(plain, CLASSES, Initializer.HE, 1))
        .hasMessage("plain has no layer with learnable parameters to replace; choose another");
  }

  private static Network connected() {
    List<Layer> layers =
        List.of(
            ImageInput.of("data", 2, 2, 1),
            FullyConnected.of(
                "fc",
                "data",
                Parameter.of("Weights", new float[12], 3, 4),
                Parameter.of("Bias", new float[3], 3)),
            Softmax.of("prob", "fc"),
            new ClassificationOutput("output", "prob", List.of("a", "b", "c")));
    return Network.of("connected", layers);
  }
}
