package io.fovea.app;

import io.fovea.LayerActivation;
import io.fovea.image.NpyWriter;
import io.fovea.image.NpzWriter;
import io.fovea.image.OutputFile;
import io.fovea.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where activations are written to.
 *
 * @param path a file or a folder
 * @param kind which of them
 */
record ActivationOutput(Path path, Kind kind) {
  /** A file of one array, a file of several, or a folder of files. */
  enum Kind {
    NPY,
    NPZ,
    FOLDER
  }

  /** What such a path means. */
  static ActivationOutput of(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".npy") && !Files.isDirectory(path)) {
      return new ActivationOutput(path, Kind.NPY);
    }
    boolean npz = name.endsWith(".npz") && !Files.isDirectory(path);
    return new ActivationOutput(path, npz ? Kind.NPZ : Kind.FOLDER);
  }

  /** Whether so many layers fit in. */
  boolean takes(int layers) {
    return layers == 1 || kind != Kind.NPY;
  }

  void write(Map<String, LayerActivation> activations) {
    switch (kind) {
      case NPY -> NpyWriter.write(path, activations.values().iterator().next().tensor());
      case NPZ -> {
        var tensors = new LinkedHashMap<String, Tensor>();
        activations.values().forEach(each -> tensors.put(each.layer(), each.tensor()));
        NpzWriter.write(path, tensors);
      }
      case FOLDER -> writeFolder(activations);
    }
  }

  private void writeFolder(Map<String, LayerActivation> activations) {
    var files = new LinkedHashMap<String, OutputFile.Content>();
    for (LayerActivation each : activations.values()) {
      files.put(OutputFile.fileName(each.layer(), ".npy"), NpyWriter.content(each.tensor()));
    }
    OutputFile.writeFolder(path, files);
  }
}
