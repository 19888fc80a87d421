package io.fovea.zoo;

import io.fovea.image.OutputFile;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.onnx.OnnxWriter;
import io.fovea.onnx.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Saves models: one ONNX file with the card in it, which {@link Models#open} reads again. */
public final class ModelWriter {
  private ModelWriter() {}

  /** Saves a model, its weights bit for bit; see {@link #write(Network, Card, Precision, Path)}. */
  public static void write(Network network, Card card, Path file) {
    write(network, card, Precision.FLOAT32, file);
  }

  /**
   * Saves a model; the file is there whole or not at all. Where the card has no class names, it
   * gets those of the network's classification output.
   *
   * @param card its fingerprint is left out: a file can't hold its own
   * @throws io.fovea.network.NetworkException if the network has faults
   * @throws io.fovea.onnx.OnnxException if it can't be an ONNX file; see {@link OnnxWriter#write}
   * @throws io.fovea.image.ImageException if the file can't be written
   */
  public static void write(Network network, Card card, Precision precision, Path file) {
    Card complete = card.classes().isEmpty() ? card.withClasses(classes(network)) : card;
    Map<String, String> metadata =
        Map.of(ModelFile.METADATA_KEY, complete.withoutFingerprint().toJson());
    OutputFile.write(file, out -> OnnxWriter.write(network, metadata, precision, out));
  }

  private static List<String> classes(Network network) {
    List<Layer> outputs = network.outputs();
    return outputs.size() == 1 && outputs.get(0) instanceof ClassificationOutput output
        ? output.classes()
        : List.of();
  }
}
