package io.fovea.engine;

/**
 * A stretch of a plan's memory that one or several activations lie in, needed from the first step
 * that writes to it to the last that reads it. Where it lies is decided when all steps are known.
 */
final class Buffer {
  private final long bytes;
  private int firstStep = Integer.MAX_VALUE;
  private int lastStep = Integer.MIN_VALUE;
  private long offset;

  Buffer(long bytes) {
    this.bytes = bytes;
  }

  /** Notes that this step reads or writes it. */
  void touch(int step) {
    firstStep = Math.min(firstStep, step);
    lastStep = Math.max(lastStep, step);
  }

  /** Whether both are ever needed at one time. */
  boolean overlapsInTime(Buffer other) {
    return firstStep <= other.lastStep && other.firstStep <= lastStep;
  }

  long bytes() {
    return bytes;
  }

  long offset() {
    return offset;
  }

  void moveTo(long newOffset) {
    offset = newOffset;
  }

  long end() {
    return offset + bytes;
  }
}
