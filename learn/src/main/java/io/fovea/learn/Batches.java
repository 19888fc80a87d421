package io.fovea.learn;

import java.util.Iterator;

/**
 * The batches of an epoch, one after the other; the last may be smaller. One thread at a time uses
 * them, and closes them.
 */
public interface Batches extends Iterator<Batch>, AutoCloseable {
  @Override
  void close();
}
