package io.fovea.bench;

import io.fovea.onnx.OnnxReader;
import java.nio.file.Path;

/**
 * The smallest program that classifies a photograph with PyTorch through DJL, its weights from an
 * ONNX file: MODEL PHOTO THREADS.
 */
final class PyTorchStart {
  private static final int SIZE = 227;

  private PyTorchStart() {}

  /** Prints the index of the first class. */
  public static void main(String[] args) {
    PyTorch.prepare(Integer.parseInt(args[2]));
    var network = OnnxReader.read(Path.of(args[0])).network();
    var input = Photo.read(Path.of(args[1]), SIZE);
    try (var pyTorch = new PyTorch(network, input, PyTorchLayout.PLAIN)) {
      System.out.println(Photo.firstClass(pyTorch.run()));
    }
  }
}
