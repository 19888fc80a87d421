package io.fovea.app;

import io.fovea.Trained;
import io.fovea.Training;
import io.fovea.learn.Outcome;
import io.fovea.learn.TrainingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Teaches a network the classes of labelled pictures. */
@Command(
    name = "train",
    description = "Teach a network the classes of labelled pictures.",
    customSynopsis = {
      "fovea train MODEL FOLDER -o OUT.onnx [--val FOLDER | --split F]",
      "                  [--from-scratch] [--checkpoints FOLDER] [--resume]",
      "                  [--plot FILE] [OPTIONS]"
    },
    sortOptions = false)
final class TrainCommand extends Subcommand {
  private static final double SPLIT = 0.8;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "A model's name or path; with --from-scratch an architecture's name.")
  private String model = "";

  @Parameters(
      index = "1",
      paramLabel = "FOLDER",
      description = "A folder that holds one folder of pictures a class.")
  private Path folder = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.onnx",
      required = true,
      description = "The network to write.")
  private Path output = Path.of("");

  @Option(
      names = "--val",
      paramLabel = "FOLDER",
      description = "Pictures that judge the network while it learns.")
  private Optional<Path> validation = Optional.empty();

  @Option(
      names = "--split",
      paramLabel = "F",
      description = {
        "Without --val: this part of each class is learned from, the rest",
        "judges; 1 for no judging (default: 0.8)."
      })
  private Optional<Double> split = Optional.empty();

  @Option(
      names = "--from-scratch",
      description = "Begin with random weights; MODEL is an architecture.")
  private boolean fromScratch;

  @Mixin private RecipeOptions recipe = new RecipeOptions();

  @Option(
      names = "--checkpoints",
      paramLabel = "FOLDER",
      description = "Where the training's state is kept after every epoch.")
  private Optional<Path> checkpoints = Optional.empty();

  @Option(names = "--resume", description = "Go on where the checkpoint was written.")
  private boolean resume;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  TrainCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    check(
        output.toString().toLowerCase(Locale.ROOT).endsWith(".onnx"),
        "-o %s: a network is written as ONNX, so name it FILE.onnx".formatted(output));
    check(
        validation.isEmpty() || split.isEmpty(), "--val and --split: choose one of them, not both");
    double share = split.orElse(SPLIT);
    check(share > 0 && share <= 1, "--split must be over 0 and at most 1, not " + share);
    check(threads.count().orElse(1) >= 1, "--threads must be at least 1");
    check(fromScratch, "only --from-scratch");
    TrainingOptions options = options();
    var pictures = TrainingPictures.of(folder, validation, share, options.course().seed());
    Path state = checkpoint();
    Training training =
        training(pictures, options)
            .withCheckpoint(state)
            .withListener(new TrainingLines(surroundings().err()));
    try (var signals = new StopSignals()) {
      return report(training.run(resume, signals::wanted));
    }
  }

  private TrainingOptions options() {
    TrainingOptions options = recipe.over(TrainingOptions.fromScratch());
    return threads.count().map(options::withThreads).orElse(options);
  }

  private Training training(TrainingPictures pictures, TrainingOptions options) {
    Training training = Training.fromScratch(model, pictures.training(), options);
    training = recipe.augmentation().map(training::withAugmentation).orElse(training);
    return pictures.validation().map(training::withValidation).orElse(training);
  }

  private Path checkpoint() {
    Path where = checkpoints.orElse(Path.of(output + ".checkpoints"));
    try {
      if (!resume) {
        Files.createDirectories(where);
      }
    } catch (IOException e) {
      throw new CommandException(
          where + ": the folder can't be made; choose another with --checkpoints", e);
    }
    return where.resolve("training.checkpoint");
  }

  private int report(Trained trained) {
    Outcome outcome = trained.result().outcome();
    print(trained.result().sentence());
    if (outcome == Outcome.STOPPED) {
      print("go on with: " + again());
    }
    surroundings().out().flush();
    return outcome == Outcome.COMPLETED || outcome == Outcome.OUT_OF_PATIENCE
        ? ExitCode.OK
        : ExitCode.SOFTWARE;
  }

  /** The same command, to go on. */
  private String again() {
    List<String> words = spec().root().commandLine().getParseResult().originalArgs();
    String same =
        words.stream().map(TrainCommand::quoted).collect(Collectors.joining(" ", "fovea ", ""));
    return resume ? same : same + " --resume";
  }

  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
