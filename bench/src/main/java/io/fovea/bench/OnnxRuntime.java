package io.fovea.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.fovea.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * ONNX Runtime, as fast as its Java interface lets it be: its own defaults (all optimizations,
 * spinning threads), input and outputs in buffers of ours that are made once.
 */
final class OnnxRuntime implements Candidate {
  static final String NAME = "ONNX Runtime";

  private record Target(FloatBuffer buffer, float[] values) {
    void read() {
      buffer.duplicate().get(values);
    }
  }

  private final OrtSession.SessionOptions options;
  private final OrtSession session;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs = new LinkedHashMap<>();
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final boolean reads;

  /**
   * Opens a session.
   *
   * @param reads whether each run copies every output to a plain array
   */
  OnnxRuntime(OnnxFile file, Tensor input, int threads, boolean reads) {
    this.reads = reads;
    try {
      var environment = OrtEnvironment.getEnvironment();
      options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(threads);
      session = environment.createSession(file.bytes(), options);
      String inputName = session.getInputNames().iterator().next();
      long[] shape = {
        input.shape().batch(), input.shape().channels(),
        input.shape().height(), input.shape().width()
      };
      FloatBuffer values = direct(input.shape().elementCount()).put(input.buffer()).flip();
      inputs = Map.of(inputName, OnnxTensor.createTensor(environment, values, shape));
      try (var result = session.run(inputs)) {
        for (var entry : result) {
          pin(environment, entry.getKey(), (OnnxTensor) entry.getValue());
        }
      }
    } catch (OrtException e) {
      throw failure(e);
    }
  }

  /** Makes an output that later runs write to. */
  private void pin(OrtEnvironment environment, String name, OnnxTensor example)
      throws OrtException {
    long[] shape = example.getInfo().getShape();
    int count = Math.toIntExact(example.getInfo().getNumElements());
    FloatBuffer buffer = direct(count);
    outputs.put(name, OnnxTensor.createTensor(environment, buffer, shape));
    targets.put(name, new Target(buffer, new float[count]));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public float[] run() {
    try {
      session.run(inputs, outputs).close();
    } catch (OrtException e) {
      throw failure(e);
    }
    return reads ? read() : new float[0];
  }

  private float[] read() {
    float[] last = {};
    for (Target target : targets.values()) {
      target.read();
      last = target.values;
    }
    return last;
  }

  @Override
  public void close() {
    inputs.values().forEach(OnnxTensor::close);
    outputs.values().forEach(OnnxTensor::close);
    try {
      session.close();
    } catch (OrtException e) {
      throw failure(e);
    }
    options.close();
  }

  private static BenchException failure(OrtException e) {
    return new BenchException("ONNX Runtime failed: " + e.getMessage(), e);
  }

  private static FloatBuffer direct(int count) {
    return ByteBuffer.allocateDirect(4 * count).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }
}
