package io.fovea.engine;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** A piece of native memory, aligned to cache lines and owned by a scope. */
final class NativeMemory {
  private static final long ALIGNMENT = 4096;

  /** As many values as one buffer may hold: its bytes are counted by an int. */
  private static final int STRETCH = 1 << 28;

  private final Pointer start;
  private final long bytes;

  private NativeMemory(Pointer start, long bytes) {
    this.start = start;
    this.bytes = bytes;
  }

  /** Memory of this size, its content undefined. */
  static NativeMemory allocate(NativeScope scope, long bytes) {
    Pointer raw = Pointer.malloc(bytes + ALIGNMENT);
    if (raw == null || raw.isNull()) {
      throw new EngineException(
          "no %,d bytes of memory are to be had; use a smaller batch or input size"
              .formatted(bytes));
    }
    scope.own(raw, Pointer::free);
    long skip = ALIGNMENT - raw.address() % ALIGNMENT;
    return new NativeMemory(at(raw, skip), bytes);
  }

  /** The address {@code offset} bytes behind the start. */
  Pointer address(long offset) {
    return at(start, offset);
  }

  /** Copies values to {@code offset} bytes behind the start. */
  void put(long offset, FloatBuffer values) {
    int count = values.remaining();
    for (int done = 0; done < count; done += STRETCH) {
      int length = Math.min(STRETCH, count - done);
      floats(offset + 4L * done, length).put(values.slice(values.position() + done, length));
    }
  }

  /** Copies values from {@code offset} bytes behind the start to a stretch of an array. */
  void get(long offset, float[] target, int targetOffset, int count) {
    for (int done = 0; done < count; done += STRETCH) {
      int length = Math.min(STRETCH, count - done);
      floats(offset + 4L * done, length).get(target, targetOffset + done, length);
    }
  }

  private FloatBuffer floats(long offset, int count) {
    return new FloatPointer(address(offset)).capacity(count).asBuffer();
  }

  private static Pointer at(Pointer base, long offset) {
    return new BytePointer(base).getPointer(offset);
  }
}
