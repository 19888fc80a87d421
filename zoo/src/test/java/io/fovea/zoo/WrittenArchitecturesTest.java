package io.fovea.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.fovea.network.ImageInput;
import io.fovea.network.Initializer;
import io.fovea.network.Network;
import io.fovea.network.Size;
import io.fovea.network.reference.Reference;
import io.fovea.onnx.Precision;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole architectures, saved: read as they were, and with the same scores in ONNX Runtime. */
class WrittenArchitecturesTest {
  private static final int SIDE = 64;
  private static final int CLASSES = 10;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"squeezenet", "squeezenet-bn", "resnet18", "mobilenet-v2"})
  void theyComeBackAndScoreTheSame(String name) throws OrtException {
    Network network = small(Architectures.create(name, CLASSES, Initializer.HE, 1));
    Path file = folder.resolve("model.onnx");

    ModelWriter.write(network, Card.of(name, CommonPreprocessing.torchvision(72)), file);

    Network read = Models.of().open(file.toString()).network();
    assertThat(read.layers().subList(0, read.layers().size() - 1)) // the last one has class names
        .isEqualTo(network.layers().subList(0, network.layers().size() - 1));
    Tensor input = input();
    double[] expected = scores(network, input);
    float[] actual = inOnnxRuntime(file, network.imageInputs().get(0).name(), input);
    assertThat(actual).hasSize(CLASSES);
    for (int i = 0; i < CLASSES; i++) {
      assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-4));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"squeezenet", "mobilenet-v2"})
  void asFloat16TheyScoreAsTheirRoundedWeightsDo(String name) throws OrtException {
    Network network = small(Architectures.create(name, CLASSES, Initializer.HE, 1));
    Path file = folder.resolve("model.onnx");
    Card card = Card.of(name, CommonPreprocessing.torchvision(72));

    ModelWriter.write(network, card, Precision.FLOAT16, file);

    Tensor input = input();
    double[] expected = scores(Models.of().open(file.toString()).network(), input);
    float[] actual = inOnnxRuntime(file, network.imageInputs().get(0).name(), input);
    for (int i = 0; i < CLASSES; i++) {
      assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-4));
    }
  }

  private static Network small(Network network) {
    ImageInput input = network.imageInputs().get(0);
    return network.withLayer(input.withSize(Size.of(SIDE)));
  }

  private static Tensor input() {
    var random = new SplittableRandom(2);
    var values = new float[3 * SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return Tensor.of(Shape.of(1, 3, SIDE, SIDE), values);
  }

  private static double[] scores(Network network, Tensor input) {
    String name = network.imageInputs().get(0).name();
    return Reference.activations(network, Map.of(name, input)).get(network.outputs().get(0).name());
  }

  private static float[] inOnnxRuntime(Path file, String name, Tensor input) throws OrtException {
    var environment = OrtEnvironment.getEnvironment();
    try (var session = environment.createSession(file.toString());
        var given =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(input.toArray()), new long[] {1, 3, SIDE, SIDE});
        var result = session.run(Map.of(name, given))) {
      FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
      var values = new float[buffer.remaining()];
      buffer.get(values);
      return values;
    }
  }
}
