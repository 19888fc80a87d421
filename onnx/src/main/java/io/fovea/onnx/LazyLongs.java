package io.fovea.onnx;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntToLongFunction;

/** Whole numbers as a list that keeps none of them: each is read where it lies, when asked for. */
final class LazyLongs extends AbstractList<Long> implements RandomAccess {
  private final int size;
  private final IntToLongFunction reader;

  LazyLongs(int size, IntToLongFunction reader) {
    this.size = size;
    this.reader = reader;
  }

  @Override
  public Long get(int index) {
    return reader.applyAsLong(Objects.checkIndex(index, size));
  }

  @Override
  public int size() {
    return size;
  }
}
