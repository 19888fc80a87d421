package io.fovea.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Map;

/** The smallest program that classifies a photograph with ONNX Runtime: MODEL PHOTO THREADS. */
final class OnnxRuntimeStart {
  private static final int SIZE = 227;

  private OnnxRuntimeStart() {}

  /** Prints the index of the first class. */
  public static void main(String[] args) throws OrtException {
    var environment = OrtEnvironment.getEnvironment();
    var options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(Integer.parseInt(args[2]));
    var values = Photo.read(Path.of(args[1]), SIZE).buffer();
    try (var session = environment.createSession(args[0], options);
        var input = OnnxTensor.createTensor(environment, values, new long[] {1, 3, SIZE, SIZE});
        var result = session.run(Map.of(session.getInputNames().iterator().next(), input))) {
      var scores = (OnnxTensor) result.get(0);
      System.out.println(Photo.firstClass(scores.getFloatBuffer().array()));
    }
    options.close();
  }
}
