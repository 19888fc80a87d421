package io.fovea.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.ChannelOrder;
import io.fovea.image.ColourProfile;
import io.fovea.image.Interpolation;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.Convolution2d;
import io.fovea.network.Flatten;
import io.fovea.network.FullyConnected;
import io.fovea.network.ImageInput;
import io.fovea.network.Initializer;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.network.Size;
import io.fovea.network.Softmax;
import io.fovea.onnx.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelWriterTest {
  private static final Network NETWORK = network();
  private static final Card CARD =
      Card.of(
              "gulls",
              new Preprocessing(
                  ChannelOrder.BGR,
                  Resize.crop(Interpolation.PIL_BILINEAR, 9),
                  0.5f,
                  List.of(1f, 2f),
                  List.of(4f, 5f),
                  ColourProfile.APPLY))
          .withInputSize(Size.of(8))
          .withOrigin("CC0-1.0", "made here")
          .withTraining(
              Training.of("birds", "CC BY 4.0", "fovea train birds", 7)
                  .withAccuracy(.75, Map.of("gull", .5, "tern", 1.)));

  @TempDir private Path folder;

  @Test
  void whatIsSavedIsOpenedAsItWas() {
    Path file = folder.resolve("any.onnx");

    ModelWriter.write(NETWORK, CARD, file);

    Model model = Models.of().open(file.toString());
    assertThat(model.card()).isEqualTo(CARD.withClasses(List.of("gull", "tern")));
    assertThat(model.network().name()).isEqualTo("gulls");
    assertThat(model.network().layers()).isEqualTo(NETWORK.layers());
  }

  @Test
  void theCardsOwnClassesComeFirst() {
    Path file = folder.resolve("any.onnx");

    ModelWriter.write(NETWORK, CARD.withClasses(List.of("a", "b")), file);

    assertThat(Models.of().open(file.toString()).network().outputs())
        .containsExactly(new ClassificationOutput("end", "prob", List.of("a", "b")));
  }

  @Test
  void aCardBesideTheFileGoesFirst() throws IOException {
    Path file = folder.resolve("any.onnx");
    ModelWriter.write(NETWORK, CARD, file);
    Files.writeString(
        folder.resolve("any.card.json"), "{\"formatVersion\": 1, \"licence\": \"MIT\"}");

    assertThat(Models.of().open(file.toString()).card().licence()).isEqualTo("MIT");
  }

  @Test
  void asFloat16TheFileIsHalfAsLargeAndItsWeightsTheNearest() throws IOException {
    Path file = folder.resolve("any.onnx");
    ModelWriter.write(NETWORK, CARD, file);
    long whole = Files.size(file);

    ModelWriter.write(NETWORK, CARD, Precision.FLOAT16, file);

    assertThat(Files.size(file)).isBetween(whole / 2, whole * 55 / 100);
    var read = (FullyConnected) Models.of().open(file.toString()).network().layer("full");
    float[] expected = ((FullyConnected) NETWORK.layer("full")).weights().toArray();
    float[] actual = read.weights().toArray();
    for (int i = 0; i < expected.length; i++) { // 11 bits: half of the last is 2⁻¹² of the number
      assertThat(Math.abs(actual[i] - expected[i]))
          .isLessThanOrEqualTo(Math.max(Math.abs(expected[i]) * 0x1p-11f, 0x1p-25f));
    }
  }

  @Test
  void theFingerprintOfAnotherFileIsLeftOut() {
    Path file = folder.resolve("any.onnx");
    Card known =
        new Card(
            1,
            "x",
            CARD.inputSize(),
            CARD.preprocessing(),
            List.of(),
            "",
            "",
            "ab12",
            CARD.training());

    ModelWriter.write(NETWORK, known, file);

    assertThat(Models.of().open(file.toString()).card().sha256()).isEmpty();
  }

  private static Network network() {
    var random = new SplittableRandom(1);
    return Network.of(
        "any",
        List.of(
            ImageInput.of("data", 8, 8, 2),
            Convolution2d.of(
                "conv",
                "data",
                Initializer.HE.create("Weights", random, 4, 2, 3, 3),
                Parameter.of("Bias", new float[4], 4)),
            new Flatten("flat", "conv"),
            FullyConnected.of(
                "full",
                "flat",
                Initializer.HE.create("Weights", random, 200, 4 * 6 * 6),
                Parameter.of("Bias", new float[200], 200)),
            FullyConnected.of(
                "scores",
                "full",
                Initializer.HE.create("Weights", random, 2, 200),
                Parameter.of("Bias", new float[2], 2)),
            Softmax.of("prob", "scores"),
            new ClassificationOutput("end", "prob", List.of("gull", "tern"))));
  }
}
