package io.fovea.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays buffers into one piece of memory so that those needed at one time don't overlap. */
final class Arena {
  /** A page, so that no two buffers share a cache line and rows start alike in every buffer. */
  private static final long ALIGNMENT = 4096;

  private Arena() {}

  /**
   * Gives each buffer an offset, the largest first, each at the lowest place that is free for as
   * long as it is needed.
   *
   * @return how many bytes they need together
   */
  static long lay(List<Buffer> buffers) {
    var laid = new ArrayList<Buffer>();
    long end = 0;
    var largestFirst =
        buffers.stream().sorted(Comparator.comparingLong(Buffer::bytes).reversed()).toList();
    for (Buffer buffer : largestFirst) {
      buffer.moveTo(lowestFree(buffer, laid));
      laid.add(buffer);
      end = Math.max(end, buffer.end());
    }
    return end;
  }

  private static long lowestFree(Buffer buffer, List<Buffer> laid) {
    var inTheWay =
        laid.stream()
            .filter(buffer::overlapsInTime)
            .sorted(Comparator.comparingLong(Buffer::offset))
            .toList();
    long candidate = 0;
    for (Buffer other : inTheWay) {
      if (candidate + buffer.bytes() <= other.offset()) {
        break;
      }
      candidate = Math.max(candidate, aligned(other.end()));
    }
    return candidate;
  }

  private static long aligned(long offset) {
    return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
