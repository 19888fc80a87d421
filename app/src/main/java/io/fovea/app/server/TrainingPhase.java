package io.fovea.app.server;

import java.util.Locale;

/** What a training is at. */
enum TrainingPhase {
  /** Reads the folder, finds the rate, and puts pictures through layers that don't learn. */
  PREPARING,
  /** Learns. */
  TRAINING,
  /** Tells pictures that were held out. */
  VALIDATING,
  /** Came to its end. */
  DONE,
  /** Was stopped, and can go on. */
  STOPPED,
  /** Something went wrong. */
  FAILED;

  /** Whether it is under way. */
  boolean isRunning() {
    return this == PREPARING || this == TRAINING || this == VALIDATING;
  }

  /** As the page reads it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
