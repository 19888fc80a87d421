package io.fovea.learn;

/** Watches a training; called by the thread that trains, between two iterations. */
public interface TrainingListener {
  /** One that looks away. */
  static TrainingListener none() {
    return new TrainingListener() {};
  }

  /** The activations of frozen layers are there for so many of all items. */
  default void preparation(int done, int items) {}

  /**
   * The training begins, or goes on.
   *
   * @param iterations of the whole training
   * @param perEpoch iterations of an epoch
   * @param done iterations that a checkpoint had behind it
   */
  default void start(long iterations, long perEpoch, long done) {}

  /** An iteration is done. */
  default void iteration(IterationPoint point) {}

  /** A validation is done. */
  default void validation(ValidationPoint point) {}

  /**
   * An epoch is done.
   *
   * @param epoch from 1
   * @param history of the training until here
   */
  default void epoch(int epoch, TrainingHistory history) {}

  /** Something that a person should know, as a sentence. */
  default void message(String sentence) {}
}
