package io.fovea;

import io.fovea.learn.Evaluation;
import io.fovea.learn.TrainingResult;
import io.fovea.onnx.Precision;
import io.fovea.zoo.Model;
import io.fovea.zoo.ModelWriter;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of a {@link Training}.
 *
 * @param model the best network, its batch normalization folded away, with its card
 * @param result the course that the training took
 * @param evaluation how that network does on the pictures that judged it, at its own size; empty
 *     where there were none, or the training was stopped
 */
public record Trained(Model model, TrainingResult result, Optional<Evaluation> evaluation) {
  /** The network, ready to be looked into; to be closed. */
  public Net net() {
    return Net.of(model);
  }

  /**
   * Writes the network as ONNX with its card inside, named after the file; the file is there whole
   * or not at all.
   *
   * @throws io.fovea.tensor.FoveaException if it can't be written
   */
  public void write(Path file) {
    write(file, Precision.FLOAT32);
  }

  /** As {@link #write}, the weights rounded to half of the size (float16). */
  public void writeHalf(Path file) {
    write(file, Precision.FLOAT16);
  }

  private void write(Path file, Precision precision) {
    String fileName = String.valueOf(file.getFileName());
    String name = fileName.replaceFirst("\\.onnx$", "");
    ModelWriter.write(model.network().withName(name), model.card().withName(name), precision, file);
  }
}
