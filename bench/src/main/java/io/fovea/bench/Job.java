package io.fovea.bench;

import java.util.List;
import java.util.function.Supplier;

/**
 * Something to do, and those who do it.
 *
 * @param group the word that chooses it on the command line
 * @param name what is done
 * @param effort how much is measured
 * @param candidates makes those who do it; they live as long as the job is measured
 */
record Job(String group, String name, Effort effort, Supplier<List<Candidate>> candidates) {
  /** Checks that all give the same, and measures them. */
  List<Measurement> measure() {
    List<Candidate> all = candidates.get();
    try {
      Agreement.check(all);
      return new Timing(effort).measure(all);
    } finally {
      all.forEach(Candidate::close);
    }
  }
}
