package io.fovea.bench;

import io.fovea.engine.Engine;
import io.fovea.engine.PrimitiveInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where the time of a plan goes: every primitive's own time, beside the same convolution's as a
 * bare primitive. oneDNN takes the times itself and prints them, so each kind runs in a process of
 * its own.
 */
final class Profile {
  private static final String EXECUTED = "onednn_verbose,v1,primitive,exec,";

  private final Model model;
  private final int threads;

  Profile(Model model, int threads) {
    this.model = model;
    this.threads = threads;
  }

  /** Milliseconds of each primitive of the classification at batch 1. */
  String table() {
    List<PrimitiveInfo> primitives = primitives();
    double[] times = times(ProfiledRuns.PLAN, primitives.size());
    List<String> convolutions = BareConvolutions.names(model);
    double[] bareTimes = times(ProfiledRuns.BARE, convolutions.size());
    Map<String, Double> bare = new HashMap<>();
    for (int i = 0; i < bareTimes.length; i++) {
      bare.put(convolutions.get(i), bareTimes[i]);
    }
    var text = new StringBuilder();
    text.append(String.format("%n%-28s %-14s %-28s %8s %8s%n", "", "", "", "plan ms", "bare ms"));
    double sum = 0;
    double bareSum = 0;
    for (int i = 0; i < times.length; i++) {
      PrimitiveInfo primitive = primitives.get(i);
      boolean isConvolution = primitive.kind().equals("convolution");
      double alone = isConvolution ? bare.getOrDefault(primitive.layer(), 0.0) : 0;
      text.append(
          row(primitive.layer(), primitive.kind(), primitive.implementation(), times[i], alone));
      sum += times[i];
      bareSum += alone;
    }
    return text.append(row("sum", "", "", sum, bareSum)).toString();
  }

  private static String row(
      String layer, String kind, String implementation, double time, double bare) {
    return String.format(
        Locale.ROOT, "%-28s %-14s %-28s %8.3f %8.3f%n", layer, kind, implementation, time, bare);
  }

  private List<PrimitiveInfo> primitives() {
    try (var engine = Engine.of(model.network());
        var plan = engine.compile(FoveaPlan.request(model, 1, threads))) {
      return plan.primitives();
    }
  }

  /** The middle time of each of so many primitives that a run executes. */
  private double[] times(String what, int count) {
    double[] all = executed(what);
    int wanted = count * ProfiledRuns.MEASURED;
    if (all.length < wanted) {
      throw new BenchException(
          "oneDNN printed the times of %d primitives, not of %d; its build may not print any"
              .formatted(all.length, wanted));
    }
    var times = new double[count];
    for (int primitive = 0; primitive < count; primitive++) {
      var each = new double[ProfiledRuns.MEASURED];
      for (int run = 0; run < each.length; run++) {
        each[run] = all[all.length - wanted + run * count + primitive];
      }
      times[primitive] = Measurement.percentile(each, 50);
    }
    return times;
  }

  private double[] executed(String what) {
    var environment = new HashMap<>(Relaunch.openMp(threads));
    environment.put("ONEDNN_VERBOSE", "profile_exec");
    // Printing takes longer than threads usually wait; waking them must not count as work.
    environment.put("OMP_WAIT_POLICY", "active");
    environment.remove("GOMP_SPINCOUNT");
    var arguments = List.of(model.file().toString(), what, String.valueOf(threads));
    var builder = Relaunch.process(ProfiledRuns.class, List.of(), environment, arguments);
    var times = new ArrayList<Double>();
    try {
      Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      var printed = process.getInputStream().readAllBytes();
      for (String line : new String(printed, StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith(EXECUTED)) {
          times.add(Double.valueOf(line.substring(line.lastIndexOf(',') + 1)));
        }
      }
    } catch (IOException e) {
      throw new BenchException("a process can't be started: " + e.getMessage(), e);
    }
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
