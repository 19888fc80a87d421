package io.fovea.app.server;

import java.nio.charset.StandardCharsets;

/** How much still goes into a report, so that the whole stays small enough for a mail. */
final class ReportRoom {
  private static final long MOST_BYTES = 4_900_000;

  private long left;

  /** What these parts leave, which have to be there. */
  ReportRoom(String... parts) {
    left = MOST_BYTES;
    for (String part : parts) {
      left -= bytes(part);
    }
  }

  /** What a part of a report takes. */
  static long bytes(String part) {
    return part.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * Takes room, if there is so much.
   *
   * @param spare how much has to stay for what comes later
   * @return whether there was
   */
  boolean takes(long bytes, long spare) {
    boolean fits = bytes + spare <= left;
    left -= fits ? bytes : 0;
    return fits;
  }

  /** In bytes. */
  long left() {
    return left;
  }
}
