package io.fovea.bench;

/** One way to do a job, measured beside others that do the same. */
interface Candidate extends AutoCloseable {
  /** Who does it. */
  String name();

  /**
   * Does the job once.
   *
   * @return what all who do this job must agree on, in an array that the next run overwrites; empty
   *     where nothing is read out
   */
  float[] run();

  /** Frees what it holds. */
  @Override
  default void close() {}
}
