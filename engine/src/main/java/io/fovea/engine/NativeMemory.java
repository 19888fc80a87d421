package io.fovea.engine;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** A piece of native memory, aligned to cache lines and owned by a scope. */
final class NativeMemory {
  private static final long ALIGNMENT = 4096;

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
    floats(offset, values.remaining()).put(values);
  }

  /** Copies values from {@code offset} bytes behind the start to a stretch of an array. */
  void get(long offset, float[] target, int targetOffset, int count) {
    floats(offset, count).get(target, targetOffset, count);
  }

  private FloatBuffer floats(long offset, int count) {
    return new FloatPointer(address(offset)).capacity(count).asBuffer();
  }

  private static Pointer at(Pointer base, long offset) {
    return new BytePointer(base).getPointer(offset);
  }
}
