package io.fovea.bench;

import java.nio.file.Path;

/** Runs while oneDNN prints the time of each primitive: MODEL WHAT THREADS. */
final class ProfiledRuns {
  /** Fovea's plan of the classification. */
  static final String PLAN = "plan";

  /** The bare convolutions. */
  static final String BARE = "bare";

  /** How many runs are to be looked at, the last ones. */
  static final int MEASURED = 100;

  private static final int WARM_UP = 50;

  private ProfiledRuns() {}

  /** Runs the candidate named. */
  public static void main(String[] args) {
    var model = Model.read(Path.of(args[0]));
    try (var candidate = candidate(model, args[1], Integer.parseInt(args[2]))) {
      for (int i = 0; i < WARM_UP + MEASURED; i++) {
        candidate.run();
      }
    }
  }

  private static Candidate candidate(Model model, String what, int threads) {
    if (what.equals(BARE)) {
      return new BareConvolutions(model, 1);
    }
    var outputs = FoveaPlan.request(model, 1, threads).wanted();
    return new FoveaPlan(model, 1, threads, outputs, outputs);
  }
}
