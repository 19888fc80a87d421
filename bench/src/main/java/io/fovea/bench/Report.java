package io.fovea.bench;

import java.util.Locale;
import java.util.Optional;

/** Results as people read them. */
final class Report {
  private static final String HEAD =
      "%-26s %9s %9s %9s %9s   %s%n"
          .formatted("", "median ms", "10 %", "90 %", "fastest", "Fovea's time over it");

  private final Machine machine;

  Report(Machine machine) {
    this.machine = machine;
  }

  /** What was measured on, and how to read the tables. */
  String head() {
    return String.join(System.lineSeparator(), machine.lines())
        + System.lineSeparator()
        + "Ratios are the middle of the rounds' ratios, in brackets those of the 10th and 90th"
        + " of 100 rounds."
        + System.lineSeparator();
  }

  /** One job's table. */
  String table(Result result) {
    var text = new StringBuilder(System.lineSeparator());
    text.append(result.job()).append(System.lineSeparator()).append(HEAD);
    text.append(row(result.measurements().get(0), ""));
    for (int i = 1; i < result.measurements().size(); i++) {
      Ratio ratio = result.ratios().get(i - 1);
      text.append(row(result.measurements().get(i), ratioText(result.job(), ratio)));
    }
    return text.toString();
  }

  private static String row(Measurement measured, String ratio) {
    return String.format(
        Locale.ROOT,
        "%-26s %9.2f %9.2f %9.2f %9.2f   %s%n",
        measured.candidate(),
        measured.median(),
        measured.percentile(10),
        measured.percentile(90),
        measured.percentile(0),
        ratio);
  }

  private String ratioText(String job, Ratio ratio) {
    Optional<Double> goal = Goal.of(job, ratio, machine.instructionSet());
    return String.format(
            Locale.ROOT, "%.3f (%.3f to %.3f)", ratio.median(), ratio.low(), ratio.high())
        + goal.map(most -> goalText(ratio, most)).orElse("");
  }

  private static String goalText(Ratio ratio, double most) {
    return String.format(
        Locale.ROOT, ", goal %.2f %s", most, ratio.median() <= most ? "reached" : "not reached");
  }
}
