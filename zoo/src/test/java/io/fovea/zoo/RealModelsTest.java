package io.fovea.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.network.Analysis;
import io.fovea.onnx.Precision;
import io.fovea.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models in the folder of real data, with the facts that its DATA.md states. */
class RealModelsTest {
  private static final String SQUEEZENET = "models/squeezenet/model.onnx";
  private static final String CAFFE = "models/squeezenet-caffe-fp16/model.onnx";

  @TempDir private Path folder;

  @Test
  void squeezeNetIsKnownByItsContentWhereverItLies() throws IOException {
    Path copy = folder.resolve("renamed.onnx");
    Files.copy(SharedData.require(SQUEEZENET), copy);

    Card card = Models.of().open(copy.toString()).card();

    assertThat(card.name()).isEqualTo("renamed");
    assertThat(card.preprocessing()).isEqualTo(CommonPreprocessing.torchvision(256));
    assertThat(card.licence()).isEqualTo("BSD-3-Clause");
  }

  @Test
  void classesAreNamedByTheFileBesideTheModel() {
    Model model = open(SQUEEZENET);

    assertThat(model.classes()).hasSize(1000);
    assertThat(model.classes().get(258)).isEqualTo("Samoyed, Samoyede");
    assertThat(model.network().outputs().get(0).description())
        .isEqualTo("cross entropy with 'tench, Tinca tinca' and 999 other classes");
  }

  @Test
  void caffesSqueezeNetTakesBlueFirstAndBytes() {
    Model model = open(CAFFE);

    assertThat(model.preprocessing()).isEqualTo(CommonPreprocessing.caffe(256));
    assertThat(Analysis.of(model.network()).totals().learnables()).isEqualTo(1_235_496);
  }

  @Test
  void aSqueezeNetOfOtherNamesAnswersToTheKnownOnes() {
    var network = open(CAFFE).network();

    assertThat(network.layer("conv1").name()).isEqualTo("conv1_1");
    assertThat(network.layer("fire2-squeeze1x1").name()).isEqualTo("fire2/squeeze1x1_1");
    assertThat(network.layer("fire9-relu_expand3x3").name()).isEqualTo("fire9/expand3x3_2");
    assertThat(network.layer("drop9").name()).isEqualTo("fire9/concat_2");
    assertThat(network.layer("pool10").name()).isEqualTo("pool10_1");
    assertThat(network.layer("prob").name()).isEqualTo("softmaxout_1");
  }

  @Test
  void everyKnownNameOfSqueezeNetIsAnswered() { // 68 layers, 67 of them under their own name
    var network = open(SQUEEZENET).network();

    assertThat(SqueezeNetNames.aliases(network))
        .hasSize(68)
        .containsEntry("ClassificationLayer_predictions", "ClassificationLayer_prob")
        .containsEntry("fire4-concat", "fire4-concat");
  }

  @Test
  void savedAndOpenedAgainItIsTheSame() throws IOException { // its weights are float16's already
    Model model = open(SQUEEZENET);
    Path file = folder.resolve("saved.onnx");

    ModelWriter.write(model.network(), model.card(), Precision.FLOAT16, file);

    Model again = Models.of().open(file.toString());
    assertThat(again.network().layers()).isEqualTo(model.network().layers());
    assertThat(again.classes()).isEqualTo(model.classes());
    assertThat(again.preprocessing()).isEqualTo(model.preprocessing());
    assertThat(Files.size(file)).isLessThan(2_700_000);
  }

  @Test
  void aCardOfAnotherFileIsRefused() throws IOException {
    Path copy = folder.resolve("model.onnx");
    Files.copy(SharedData.require(SQUEEZENET), copy);
    Path card = folder.resolve("card.json");
    Files.writeString(card, "{\"formatVersion\": 1, \"sha256\": \"00ff\"}");

    assertThatThrownBy(() -> Models.of().open(copy.toString()))
        .isInstanceOf(ZooException.class)
        .hasMessage(
            card
                + ": the card of a file with SHA-256 00ff, but model.onnx has"
                + " 9a9c7c51fdddc00f5e6b7d1ca09033565c234a6433b7b548b0568b6f05effb39; take the card"
                + " away or get the model that it belongs to");
  }

  @Test
  void aCardsClassesMustBeAsManyAsTheScores() throws IOException {
    Path copy = folder.resolve("model.onnx");
    Files.copy(SharedData.require(SQUEEZENET), copy);
    Files.writeString(
        folder.resolve("model.card.json"), "{\"formatVersion\": 1, \"classes\": [\"cat\"]}");

    assertThatThrownBy(() -> Models.of().open(copy.toString()))
        .isInstanceOf(ZooException.class)
        .hasMessage(
            copy + ": its card names 1 classes, but it gives 1000 scores; mend the card's classes");
  }

  private static Model open(String relative) {
    return Models.of().open(SharedData.require(relative).toString());
  }
}
