package io.fovea.bench;

import io.fovea.network.ClassificationOutput;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.onnx.OnnxReader;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * The network that everybody runs.
 *
 * @param file its ONNX file
 * @param network what Fovea reads from it
 */
record Model(Path file, Network network) {
  private static final long SEED = 20261124;
  private static final int CLASSES = 1000;

  static Model read(Path file) {
    return new Model(file, OnnxReader.read(file).network());
  }

  /** The input's shape for a batch. */
  Shape inputShape(int batch) {
    return network.imageInputs().get(0).shape(batch);
  }

  /** A seeded random batch, values as those of a normalised photograph: mean 0, deviation 1. */
  Tensor input(int batch) {
    var random = new Random(SEED);
    Shape shape = inputShape(batch);
    var values = new float[shape.elementCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Tensor.wrap(shape, values);
  }

  /** A class for each item of {@link #input}. */
  int[] labels(int batch) {
    return new Random(SEED).ints(batch, 0, CLASSES).toArray();
  }

  /** The folder of models that it lies in, as FOVEA_MODELS names it. */
  Path models() {
    return folder().resolveSibling("").toAbsolutePath().normalize();
  }

  /** The name that it is found by in there. */
  String name() {
    return folder().getFileName().toString();
  }

  private Path folder() {
    return file.toAbsolutePath().normalize().getParent();
  }

  /** The layers that the file has a node for, in order. */
  List<String> fileLayers() {
    return network.layers().stream().filter(Model::isInFile).map(Layer::name).toList();
  }

  private static boolean isInFile(Layer layer) {
    return !(layer instanceof ImageInput) && !(layer instanceof ClassificationOutput);
  }
}
