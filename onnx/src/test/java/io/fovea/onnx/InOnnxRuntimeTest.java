package io.fovea.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.fovea.network.ImageInput;
import io.fovea.network.Network;
import io.fovea.network.reference.Reference;
import io.fovea.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written gives in ONNX Runtime what the reference says, for a batch of any size. */
class InOnnxRuntimeTest {
  private static final int BATCH = 2;
  private static final double TOLERANCE = 1e-4;

  static Stream<Network> networks() {
    return WrittenNetworks.all();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void itGivesTheSame(Network network) throws IOException, OrtException {
    Map<String, Tensor> inputs = inputs(network);
    Map<String, double[]> expected = Reference.activations(network, inputs);

    Map<String, float[]> actual = run(network, inputs);

    assertThat(actual).isNotEmpty();
    actual.forEach(
        (output, values) -> {
          double[] wanted = expected.get(output);
          assertThat(values).as(output).hasSize(wanted.length);
          for (int i = 0; i < wanted.length; i++) {
            assertThat((double) values[i]).as(output).isCloseTo(wanted[i], within(TOLERANCE));
          }
        });
  }

  private static Map<String, Tensor> inputs(Network network) {
    var random = new SplittableRandom(1);
    var inputs = new HashMap<String, Tensor>();
    for (ImageInput input : network.imageInputs()) {
      var values = new float[input.shape(BATCH).elementCount()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextDouble(-1, 1);
      }
      inputs.put(input.name(), Tensor.of(input.shape(BATCH), values));
    }
    return inputs;
  }

  private static Map<String, float[]> run(Network network, Map<String, Tensor> inputs)
      throws IOException, OrtException {
    var file = new ByteArrayOutputStream();
    OnnxWriter.write(network, Map.of(), Precision.FLOAT32, file);
    var outputs = new HashMap<String, float[]>();
    var given = new HashMap<String, OnnxTensor>();
    try (var options = quiet();
        var session = OrtEnvironment.getEnvironment().createSession(file.toByteArray(), options)) {
      for (var input : inputs.entrySet()) {
        given.put(input.getKey(), tensor(input.getValue()));
      }
      try (var result = session.run(given)) {
        for (var each : result) {
          FloatBuffer buffer = ((OnnxTensor) each.getValue()).getFloatBuffer();
          var values = new float[buffer.remaining()];
          buffer.get(values);
          outputs.put(each.getKey(), values);
        }
      }
    } finally {
      given.values().forEach(OnnxTensor::close);
    }
    return outputs;
  }

  /** Its shape inference, not what it computes, counts a pooling window that starts in padding. */
  private static OrtSession.SessionOptions quiet() throws OrtException {
    var options = new OrtSession.SessionOptions();
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    return options;
  }

  private static OnnxTensor tensor(Tensor tensor) throws OrtException {
    var shape = tensor.shape();
    return OnnxTensor.createTensor(
        OrtEnvironment.getEnvironment(),
        FloatBuffer.wrap(tensor.toArray()),
        new long[] {shape.batch(), shape.channels(), shape.height(), shape.width()});
  }
}
