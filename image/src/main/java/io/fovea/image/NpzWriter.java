package io.fovea.image;

import io.fovea.tensor.Tensor;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes tensors in NumPy's NPZ format: a ZIP file with an NPY array a tensor, deflated, in the
 * map's order. The same tensors give the same bytes. Any number of threads may write at once.
 */
public final class NpzWriter {
  /** ZIP's own beginning of time, said to be each array's, so that equal content is equal bytes. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private NpzWriter() {}

  /**
   * Writes tensors to a file, whole or not at all (see {@link OutputFile}).
   *
   * @param tensors by the name that {@code numpy.load} shows
   * @throws ImageException if there are none, or the file can't be written
   */
  public static void write(Path file, Map<String, Tensor> tensors) {
    if (tensors.isEmpty()) {
      throw new ImageException(file + ": there is no array to write");
    }
    OutputFile.write(
        file,
        out -> {
          var zip = new ZipOutputStream(out);
          zip.setLevel(Deflater.BEST_SPEED);
          for (var tensor : tensors.entrySet()) {
            var entry = new ZipEntry(tensor.getKey() + ".npy");
            entry.setTimeLocal(TIME);
            zip.putNextEntry(entry);
            NpyWriter.content(tensor.getValue()).writeTo(zip);
            zip.closeEntry();
          }
          zip.finish();
        });
  }
}
