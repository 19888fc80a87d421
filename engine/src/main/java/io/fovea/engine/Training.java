package io.fovea.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a plan in the making needs to know, and gathers, when it is to train. */
final class Training {
  /** What a dropout layer multiplies by: a mask that is drawn anew for each run. */
  record Mask(Buffer buffer, int count, float dropped) {}

  /** Where batch normalization leaves what it measured. */
  record Measured(Buffer mean, Buffer variance, int channels, int count) {}

  private final TrainedParameters parameters;
  private final Mode mode;
  private final Set<String> learning;
  private final Map<String, Mask> masks = new LinkedHashMap<>();
  private final Map<String, Measured> measured = new LinkedHashMap<>();

  Training(TrainedParameters parameters, Mode mode, Set<String> learning) {
    this.parameters = parameters;
    this.mode = mode;
    this.learning = learning;
  }

  TrainedParameters parameters() {
    return parameters;
  }

  Mode mode() {
    return mode;
  }

  /** Whether a layer's parameters are learned. */
  boolean learns(String layer) {
    return learning.contains(layer);
  }

  /** By layer. */
  Map<String, Mask> masks() {
    return masks;
  }

  /** By layer. */
  Map<String, Measured> measured() {
    return measured;
  }
}
