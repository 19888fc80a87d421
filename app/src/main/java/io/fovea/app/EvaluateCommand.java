package io.fovea.app;

import com.grack.nanojson.JsonWriter;
import io.fovea.LearningCharts;
import io.fovea.Net;
import io.fovea.learn.ConfusionMatrix;
import io.fovea.learn.Evaluation;
import io.fovea.learn.ImageDatastore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how well a network tells the classes of labelled pictures. */
@Command(
    name = "evaluate",
    description = "Tell how well a network tells the classes of labelled pictures.",
    customSynopsis = {
      "fovea evaluate MODEL FOLDER [--format table|json] [--confusion FILE]",
      "                      [--wrong FILE.png] [--batch N] [--threads N]"
    },
    sortOptions = false,
    footer = {
      "",
      "Precision: the part of those told to be of a class that are. Recall: the part",
      "of a class's pictures that are told to be of it. json gives fractions, from 0",
      "to 1; null where a class has no picture, or was never told."
    })
final class EvaluateCommand extends Subcommand {
  private static final int WRONG = 25;

  @Parameters(index = "0", paramLabel = "MODEL", description = "A model's name or path.")
  private String model = "";

  @Parameters(
      index = "1",
      paramLabel = "FOLDER",
      description = "A folder that holds a folder of pictures a class, or a CSV: path, label.")
  private Path folder = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      converter = Format.Converter.class,
      description = "table or json (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  @Option(
      names = "--confusion",
      paramLabel = "FILE",
      description = "Which classes are taken for which, as FILE.png or FILE.svg.")
  private Optional<Path> confusion = Optional.empty();

  @Option(
      names = "--wrong",
      paramLabel = "FILE.png",
      description = "The 25 pictures told most wrong, the surest first.")
  private Optional<Path> wrong = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "8",
      description = "Pictures that go through the network at once (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  EvaluateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    check(format != Format.CSV, "--format must be table or json");
    check(batch >= 1, "--batch must be at least 1, not " + batch);
    check(
        confusion.stream().allMatch(file -> file.toString().matches("(?i).*\\.(png|svg)")),
        "--confusion: name it FILE.png or FILE.svg");
    check(
        wrong.stream().allMatch(file -> file.toString().matches("(?i).*\\.png")),
        "--wrong: a montage is written as PNG, so name it FILE.png");
    confusion.ifPresent(Subcommand::requireFolderOf);
    wrong.ifPresent(Subcommand::requireFolderOf);
    ImageDatastore pictures = ImageDatastore.at(folder);
    try (Net net = open(model, threads)) {
      Evaluation evaluation = evaluate(net, pictures);
      if (format == Format.JSON) {
        surroundings().out().println(JsonWriter.string(json(evaluation)));
      } else {
        printTable(evaluation);
      }
      confusion.ifPresent(
          file ->
              LearningCharts.confusion(net.name() + " on " + folder.getFileName(), evaluation)
                  .write(file));
      wrong.ifPresent(file -> writeWrong(pictures, evaluation, file));
      return ExitCode.OK;
    }
  }

  private Evaluation evaluate(Net net, ImageDatastore pictures) {
    try (Progress progress = Progress.of("evaluate", pictures.size(), surroundings())) {
      var done = new int[1];
      return net.evaluate(
          pictures,
          batch,
          now -> {
            while (done[0] < now) {
              progress.step();
              done[0]++;
            }
          });
    }
  }

  private void writeWrong(ImageDatastore pictures, Evaluation evaluation, Path file) {
    if (evaluation.mostWrong().isEmpty()) {
      new QuietProgress(surroundings().err())
          .say("all pictures are told right, so " + file + " isn't written");
    } else {
      LearningCharts.mostWrong(pictures, evaluation, WRONG).write(file);
      if (format == Format.TABLE) {
        printWrong(pictures, evaluation);
      }
    }
  }

  /** What the montage shows, row by row. */
  private void printWrong(ImageDatastore pictures, Evaluation evaluation) {
    print("");
    print("told most wrong:");
    evaluation.mostWrong().stream()
        .limit(WRONG)
        .forEach(
            each ->
                print(
                    String.format(
                        Locale.ROOT,
                        "%s: %s taken for %s, %.4f",
                        pictures.files().get(each.item()).file(),
                        evaluation.classes().get(each.actual()),
                        evaluation.classes().get(each.predicted()),
                        each.probability())));
  }

  private void printTable(Evaluation evaluation) {
    ConfusionMatrix matrix = evaluation.confusion();
    List<String> classes = matrix.classes();
    print(
        String.format(
            Locale.ROOT, "%,d pictures, %,d classes", evaluation.count(), classes.size()));
    print("top-1 " + percent(evaluation.top1()));
    print("top-5 " + percent(evaluation.top5()));
    print("");
    int width = Math.max(5, classes.stream().mapToInt(String::length).max().orElse(0));
    String row = "%-" + width + "s  %8s  %9s  %7s";
    print(String.format(Locale.ROOT, row, "class", "pictures", "precision", "recall"));
    for (int i = 0; i < classes.size(); i++) {
      print(
          String.format(
              Locale.ROOT,
              row,
              classes.get(i),
              matrix.actual(i),
              percent(matrix.precision(i)),
              percent(matrix.recall(i))));
    }
  }

  private static String percent(double fraction) {
    return Double.isNaN(fraction) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }

  private static Map<String, Object> json(Evaluation evaluation) {
    ConfusionMatrix matrix = evaluation.confusion();
    var classes = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < matrix.classes().size(); i++) {
      var json = new LinkedHashMap<String, Object>();
      json.put("name", matrix.classes().get(i));
      json.put("count", matrix.actual(i));
      putFraction(json, "precision", matrix.precision(i));
      putFraction(json, "recall", matrix.recall(i));
      classes.add(json);
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("count", evaluation.count());
    json.put("top1", evaluation.top1());
    json.put("top5", evaluation.top5());
    json.put("classes", classes);
    return json;
  }

  private static void putFraction(Map<String, Object> json, String name, double fraction) {
    json.put(name, Double.isNaN(fraction) ? null : (Object) fraction);
  }
}
