package io.fovea.bench;

import java.util.List;
import java.util.Optional;

/**
 * A ratio that Fovea is to stay at or under.
 *
 * @param job the job's name
 * @param to the candidate that it is compared with
 * @param withAvx512 the most it may be with AVX-512
 * @param without the most it may be with narrower vectors
 */
record Goal(String job, String to, double withAvx512, double without) {
  /** What Fovea wants to reach. */
  static final List<Goal> ALL =
      List.of(
          new Goal(Jobs.classify(1), BareConvolutions.NAME, 1.06, 1.06),
          new Goal(Jobs.classify(1), OnnxRuntime.NAME, 0.85, 0.95),
          new Goal(Jobs.classify(8), BareConvolutions.NAME, 1.06, 1.06),
          new Goal(Jobs.classify(8), OnnxRuntime.NAME, 0.85, 0.95),
          new Goal(Jobs.ALL_BLOCKED, OnnxRuntime.NAME, 0.60, 0.65),
          new Goal(Jobs.ALL_PLAIN, OnnxRuntime.NAME, 1.0, 1.0),
          new Goal(Jobs.MIDDLE_LAYER, OnnxRuntime.NAME, 0.80, 0.92),
          new Goal(Jobs.TRAINING, BareTraining.NAME, 1 / 0.85, 1 / 0.85),
          new Goal(Jobs.TRAINING, PyTorch.NAME, 1 / 2.2, 1 / 4.0),
          new Goal(Jobs.EPOCH, TrainingEpoch.FROM_MEMORY, 1 / 0.9, 1 / 0.9));

  /** The most that this ratio may be, where there is a goal for it. */
  static Optional<Double> of(String job, Ratio ratio, String instructionSet) {
    return ALL.stream()
        .filter(goal -> goal.job.equals(job) && goal.to.equals(ratio.to()))
        .map(goal -> isAvx512(instructionSet) ? goal.withAvx512 : goal.without)
        .findFirst();
  }

  private static boolean isAvx512(String instructionSet) {
    return instructionSet.contains("512");
  }
}
