package io.fovea.image;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Writes tensors in NumPy's NPY format, version 1.0: N × C × H × W, float32, little-endian,
 * row-major. The same tensor gives the same bytes. Any number of threads may write at once.
 */
public final class NpyWriter {
  private static final int ALIGNMENT = 64;
  private static final int PREFIX = 10;
  private static final int CHUNK_VALUES = 1 << 14;

  private NpyWriter() {}

  /**
   * Writes one tensor to a file, whole or not at all (see {@link OutputFile}).
   *
   * @throws ImageException if the file can't be written
   */
  public static void write(Path file, Tensor tensor) {
    OutputFile.write(file, content(tensor));
  }

  /**
   * Writes an array of any dimensions to a file, whole or not at all.
   *
   * @throws ImageException if the file can't be written
   */
  public static void write(Path file, NumericArray array) {
    String dimensions =
        array.dimensions().stream().map(size -> size + ",").collect(Collectors.joining(" "));
    float[] values = array.toArray();
    OutputFile.write(
        file,
        out -> {
          out.write(header(dimensions));
          writeValues(FloatBuffer.wrap(values), out);
        });
  }

  /** What a file of this tensor holds, for {@link OutputFile#writeFolder}. */
  public static OutputFile.Content content(Tensor tensor) {
    return out -> {
      Shape shape = tensor.shape();
      out.write(
          header(
              "%d, %d, %d, %d"
                  .formatted(shape.batch(), shape.channels(), shape.height(), shape.width())));
      writeValues(tensor.buffer(), out);
    };
  }

  /** Magic, version, length and dictionary, padded with spaces to a multiple of 64 bytes. */
  private static byte[] header(String dimensions) {
    var dictionary =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (%s), }".formatted(dimensions);
    int unpadded = PREFIX + dictionary.length() + 1;
    int padding = Math.floorMod(-unpadded, ALIGNMENT);
    var text = dictionary + " ".repeat(padding) + "\n";
    return ByteBuffer.allocate(PREFIX + text.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0x93)
        .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) text.length())
        .put(text.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static void writeValues(FloatBuffer values, OutputStream out) throws IOException {
    var chunk = ByteBuffer.allocate(CHUNK_VALUES * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (values.hasRemaining()) {
      int count = Math.min(CHUNK_VALUES, values.remaining());
      chunk.clear();
      chunk.asFloatBuffer().put(values.slice().limit(count));
      values.position(values.position() + count);
      out.write(chunk.array(), 0, count * Float.BYTES);
    }
  }
}
