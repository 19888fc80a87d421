package io.fovea.bench;

/**
 * Bytes over the network, as they came (compressed where they were), heads included.
 *
 * @param page of the page itself: its HTML, modules, styles, libraries
 * @param data of what it asked the server: JSON, numbers, pictures
 * @param requests how many there were
 */
record PageBytes(long page, long data, int requests) {
  /** All of them. */
  long total() {
    return page + data;
  }
}
