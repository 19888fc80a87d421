package io.fovea.app;

import com.grack.nanojson.JsonWriter;
import io.fovea.Classification;
import io.fovea.Net;
import io.fovea.Outcome;
import io.fovea.Prediction;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ExitCode;

/** Prints each outcome of a run over many files as it comes. */
final class OutcomePrinter {
  private final Format format;
  private final int top;
  private final boolean skipBroken;
  private final Surroundings surroundings;
  private final Progress progress;
  private int classified;

  OutcomePrinter(
      Format format, int top, boolean skipBroken, Surroundings surroundings, Progress progress) {
    this.format = format;
    this.top = top;
    this.skipBroken = skipBroken;
    this.surroundings = surroundings;
    this.progress = progress;
  }

  /** Classifies the files and tells the exit code: failure where not one could be read. */
  int classify(Net net, List<Path> files, int batch) {
    if (format == Format.CSV) {
      surroundings.out().println(Csv.line("input", "rank", "index", "label", "score"));
    }
    if (files.size() == 1) {
      net.classifyEach(files, batch, this::accept);
    } else {
      try (var interruption = new Interruption()) {
        net.classifyEach(
            files,
            batch,
            outcome -> {
              interruption.check();
              accept(outcome);
            });
      } catch (Interruption.Interrupted e) {
        return ExitCode.SOFTWARE;
      }
    }
    return classified > 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void accept(Outcome outcome) {
    if (outcome.fault().isPresent()) {
      if (!skipBroken) {
        throw outcome.fault().get();
      }
      progress.say("skipped " + outcome.fault().get().getMessage());
    } else {
      print(outcome.input(), outcome.classification().orElseThrow());
      classified++;
    }
    progress.step();
  }

  private void print(Path input, Classification classification) {
    PrintWriter out = surroundings.out();
    List<Prediction> predictions = classification.top(top);
    switch (format) {
      case TABLE -> printTable(out, input, predictions);
      case JSON -> out.println(JsonWriter.string(json(input, predictions)));
      case CSV -> printCsv(out, input, predictions);
    }
    if (out.checkError()) { // flushes too
      throw CommandException.ofLostResults();
    }
  }

  private static void printTable(PrintWriter out, Path input, List<Prediction> predictions) {
    out.println(Printable.line(input.toString()));
    for (Prediction each : predictions) {
      out.println(
          Printable.line(
              String.format(
                  Locale.ROOT, "  %.4f  %s (%d)", each.score(), each.label(), each.index())));
    }
  }

  private static void printCsv(PrintWriter out, Path input, List<Prediction> predictions) {
    int rank = 1;
    for (Prediction each : predictions) {
      out.println(Csv.line(input, rank, each.index(), each.label(), each.score()));
      rank++;
    }
  }

  private static Map<String, Object> json(Path input, List<Prediction> predictions) {
    var json = new LinkedHashMap<String, Object>();
    json.put("input", input.toString());
    json.put("predictions", predictions.stream().map(OutcomePrinter::json).toList());
    return json;
  }

  private static Map<String, Object> json(Prediction prediction) {
    var json = new LinkedHashMap<String, Object>();
    json.put("index", prediction.index());
    json.put("label", prediction.label());
    json.put("score", prediction.score());
    return json;
  }
}
