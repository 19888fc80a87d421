package io.fovea.learn;

/** How a training ended. */
public enum Outcome {
  /** All epochs are done. */
  COMPLETED,
  /** Validation has not become better for as long as the options have patience. */
  OUT_OF_PATIENCE,
  /** It was asked to stop, and can be resumed from its checkpoint. */
  STOPPED,
  /** The loss passed a million, or it or a gradient was no finite number any more. */
  DIVERGED
}
