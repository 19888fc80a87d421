package io.fovea.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of the questions of all clients. Any number of threads may use it at once. */
final class PageTally {
  private static final double NANOSECONDS = 1e6;
  private static final int MOST_TOLD = 10;
  private static final double MOST_REFUSED = 0.01;

  private final Map<String, List<Double>> times = new TreeMap<>();
  private final Map<String, Integer> failures = new LinkedHashMap<>();
  private long answered;
  private long failed;
  private long cancelled;
  private long busy;

  /** A good answer, after so many nanoseconds. */
  synchronized void answered(String path, long nanoseconds) {
    answered++;
    times.computeIfAbsent(path, any -> new ArrayList<>()).add(nanoseconds / NANOSECONDS);
  }

  /** An answer that is none. */
  synchronized void failed(String path, String why) {
    failed++;
    failures.merge(path + ": " + why, 1, Integer::sum);
  }

  /** Nobody wanted the answer any more, and there was none. */
  synchronized void cancelled() {
    cancelled++;
  }

  /** The server had too much to do, and said so. */
  synchronized void busy() {
    busy++;
  }

  synchronized long answers() {
    return answered;
  }

  synchronized long failures() {
    return failed;
  }

  /** Whether more than one in a hundred was told that the server has too much to do. */
  synchronized boolean isRefusedOften() {
    return busy > MOST_REFUSED * (answered + busy);
  }

  /** All of it in one line. */
  synchronized String line() {
    return String.format(
        Locale.ROOT,
        "%,7d answers, %,d cancelled, %,d errors, %,d busy",
        answered,
        cancelled,
        failed,
        busy);
  }

  /** How long each kind of question took, and what went wrong. */
  synchronized String table() {
    var text = new StringBuilder();
    text.append(
        "%-24s %9s %9s %9s %9s%n".formatted("", "answers", "median ms", "95 %", "greatest"));
    times.forEach(
        (path, all) -> {
          double[] values = all.stream().mapToDouble(Double::doubleValue).toArray();
          text.append(
              String.format(
                  Locale.ROOT,
                  "%-24s %,9d %9.1f %9.1f %9.1f%n",
                  path,
                  values.length,
                  Measurement.percentile(values, 50),
                  Measurement.percentile(values, 95),
                  Measurement.percentile(values, 100)));
        });
    failures.entrySet().stream()
        .limit(MOST_TOLD)
        .forEach(each -> text.append("%d times %s%n".formatted(each.getValue(), each.getKey())));
    return text.toString();
  }
}
