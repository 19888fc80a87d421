package io.fovea.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Results as a JSON file, to be kept and compared with later ones. */
final class ResultFile {
  private static final int FORMAT_VERSION = 1;
  private static final double DIGITS = 1000;

  private final Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private final Machine machine;

  ResultFile(Machine machine) {
    this.machine = machine;
  }

  void write(Path file, List<Result> results) {
    var root = new JsonObject();
    root.addProperty("formatVersion", FORMAT_VERSION);
    root.add("machine", gson.toJsonTree(machine));
    root.add("jobs", array(results.stream().map(this::job).toList()));
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, gson.toJson(root) + "\n");
    } catch (IOException e) {
      throw new BenchException(file + " can't be written: " + e.getMessage(), e);
    }
  }

  private JsonObject job(Result result) {
    var object = new JsonObject();
    object.addProperty("name", result.job());
    object.add("times", array(result.measurements().stream().map(ResultFile::times).toList()));
    object.add(
        "ratios",
        array(result.ratios().stream().map(ratio -> ratio(result.job(), ratio)).toList()));
    return object;
  }

  private static JsonObject times(Measurement measured) {
    var object = new JsonObject();
    object.addProperty("candidate", measured.candidate());
    object.addProperty("runs", measured.runs());
    object.addProperty("medianMs", rounded(measured.median()));
    object.addProperty("percentile10Ms", rounded(measured.percentile(10)));
    object.addProperty("percentile90Ms", rounded(measured.percentile(90)));
    object.addProperty("fastestMs", rounded(measured.percentile(0)));
    return object;
  }

  private JsonObject ratio(String job, Ratio ratio) {
    var object = new JsonObject();
    object.addProperty("of", ratio.of());
    object.addProperty("to", ratio.to());
    object.addProperty("median", rounded(ratio.median()));
    object.addProperty("percentile10", rounded(ratio.low()));
    object.addProperty("percentile90", rounded(ratio.high()));
    Goal.of(job, ratio, machine.instructionSet())
        .ifPresent(
            most -> {
              object.addProperty("goal", most);
              object.addProperty("reached", ratio.median() <= most);
            });
    return object;
  }

  private static JsonArray array(List<? extends JsonElement> elements) {
    var array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }

  private static double rounded(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }
}
