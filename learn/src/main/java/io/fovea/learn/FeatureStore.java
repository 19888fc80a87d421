package io.fovea.learn;

import io.fovea.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Activations of items: in memory as far as they may, the rest in a temporary file that goes when
 * the store is closed. Not for two threads at once.
 */
final class FeatureStore implements ItemStore {
  private final Shape shape;
  private final long memory;
  private final List<float[]> inMemory = new ArrayList<>();
  private final ByteBuffer buffer;
  private Optional<FileChannel> file = Optional.empty();
  private int count;

  /**
   * An empty store.
   *
   * @param shape of an item, batch 1
   * @param memory how many bytes of items are kept in memory
   */
  FeatureStore(Shape shape, long memory) {
    this.shape = shape;
    this.memory = memory;
    this.buffer = ByteBuffer.allocate(itemBytes()).order(ByteOrder.nativeOrder());
  }

  private int itemBytes() {
    return Math.multiplyExact(shape.elementCount(), Float.BYTES);
  }

  /** Adds an item: so many values from an offset on. */
  void add(float[] values, int offset) {
    if ((inMemory.size() + 1L) * itemBytes() <= memory) {
      var item = new float[shape.elementCount()];
      System.arraycopy(values, offset, item, 0, item.length);
      inMemory.add(item);
    } else {
      buffer.clear().asFloatBuffer().put(values, offset, shape.elementCount());
      try {
        write();
      } catch (IOException e) {
        throw failure("written", e);
      }
    }
    count++;
  }

  private void write() throws IOException {
    if (file.isEmpty()) {
      Path path = Files.createTempFile("fovea-activations-", ".f32");
      file =
          Optional.of(
              FileChannel.open(
                  path,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.DELETE_ON_CLOSE));
    }
    while (buffer.hasRemaining()) {
      file.get().write(buffer);
    }
  }

  /** How many bytes of it lie in the file. */
  long fileBytes() {
    return (long) (count - inMemory.size()) * itemBytes();
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public void read(int item, float[] target, int offset) {
    if (item < inMemory.size()) {
      System.arraycopy(inMemory.get(item), 0, target, offset, shape.elementCount());
      return;
    }
    try {
      long place = (long) (item - inMemory.size()) * itemBytes();
      buffer.clear();
      while (buffer.hasRemaining()) {
        if (file.orElseThrow().read(buffer, place + buffer.position()) < 0) {
          throw new IOException("it ends early");
        }
      }
      buffer.clear().asFloatBuffer().get(target, offset, shape.elementCount());
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  private static TrainingException failure(String what, IOException cause) {
    return new TrainingException(
        "the activations of the frozen layers can't be %s in %s (%s); make room there, or freeze fewer layers"
            .formatted(what, System.getProperty("java.io.tmpdir"), cause.getMessage()),
        cause);
  }

  @Override
  public void close() {
    inMemory.clear();
    try {
      if (file.isPresent()) {
        file.get().close();
      }
    } catch (IOException e) {
      throw failure("closed", e);
    }
  }
}
