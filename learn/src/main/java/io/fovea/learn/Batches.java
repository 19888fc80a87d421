package io.fovea.learn;

import java.util.Iterator;

/**
 * The batches of an epoch, one after the other; the last may be smaller. One thread at a time uses
 * them, and closes them.
 */
public interface Batches extends Iterator<Batch>, AutoCloseable {
  /** Takes back the batch given last: nobody reads it any more, so its memory may be used anew. */
  default void release(Batch batch) {}

  @Override
  void close();
}
