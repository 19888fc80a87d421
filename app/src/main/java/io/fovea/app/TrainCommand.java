package io.fovea.app;

import io.fovea.Kept;
import io.fovea.Trained;
import io.fovea.Training;
import io.fovea.learn.Outcome;
import io.fovea.learn.TrainingOptions;
import io.fovea.learn.TransferLearning;
import io.fovea.tensor.FoveaException;
import io.fovea.zoo.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Teaches a network the classes of labelled pictures. */
@Command(
    name = "train",
    description = "Teach a network the classes of labelled pictures.",
    customSynopsis = {
      "fovea train MODEL FOLDER -o OUT.onnx [--val FOLDER | --split F]",
      "                  [--from-scratch] [--checkpoints FOLDER] [--resume]",
      "                  [--plot FILE] [OPTIONS]"
    },
    sortOptions = false,
    footer = {
      "",
      "A trained MODEL gets a new last layer, which alone learns unless --freeze-until",
      "says otherwise; what the layers before it make of the pictures is computed once",
      "where nothing varies them. Ctrl-C stops between two iterations, keeps the state",
      "and says how to go on. Where the loss is beyond all measure, it ends with exit",
      "code 1 and the last good network. The same options, seed and number of threads",
      "give the same network.",
      "",
      "Without options: 12 epochs, batch 16, sgdm, a rate that fits what the new layer",
      "is fed (it learns 10 times as fast), cosine, l2 1.0E-4, smoothing 0.0, augment",
      "none, seed 1; from scratch 90 epochs, batch 64, sgdm, rate 0.05,",
      "cosine,warmup=3, l2 5.0E-4, smoothing 0.1, augment standard",
      "(crop=0.5:1,flip,rotate=10,colour=0.2), seed 1."
    })
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
      description = "A folder that holds a folder of pictures a class, or a CSV: path, label.")
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
      description =
          "Without --val: this part of each class is learned from, the rest judges; 1 "
              + "for no judging (default: 0.8).")
  private Optional<Double> split = Optional.empty();

  @Option(
      names = "--from-scratch",
      description = "Begin with random weights; MODEL is an architecture.")
  private boolean fromScratch;

  @Mixin private RecipeOptions recipe = new RecipeOptions();

  @Option(
      names = "--checkpoints",
      paramLabel = "FOLDER",
      description =
          "Where the training's state is kept after every epoch, and training.csv "
              + "(default: OUT.training).")
  private Optional<Path> checkpoints = Optional.empty();

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Loss and accuracy as FILE.png or FILE.svg, after every epoch.")
  private Optional<Path> plot = Optional.empty();

  @Option(
      names = "--skip-broken",
      description = "Name a picture that can't be read, and go on without it.")
  private boolean skipBroken;

  @Option(
      names = "--keep",
      paramLabel = "best|last",
      defaultValue = "best",
      converter = KeptConverter.class,
      description =
          "best: the network that did best on the pictures that judge it; last: that of the "
              + "last epoch, which they measure without having chosen it (default: "
              + "${DEFAULT-VALUE}).")
  private Kept kept = Kept.BEST;

  @Option(names = "--resume", description = "Go on where the checkpoint was written.")
  private boolean resume;

  @Option(names = "--float16", description = "Write the weights in half of the size.")
  private boolean half;

  @Option(
      names = "--licence",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "That of the pictures, for the network's card.")
  private String licence = "";

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
        plot.stream().allMatch(file -> file.toString().matches("(?i).*\\.(png|svg)")),
        "--plot: name it FILE.png or FILE.svg");
    check(
        validation.isEmpty() || split.isEmpty(), "--val and --split: choose one of them, not both");
    double share = split.orElse(SPLIT);
    check(share > 0 && share <= 1, "--split must be over 0 and at most 1, not " + share);
    int count = threads.count().orElse(1);
    check(count >= 1, "--threads must be at least 1, not " + count);
    checkRecipe();
    Optional<Model> start = start();
    TrainingOptions options = options(start);
    var pictures = TrainingPictures.of(folder, validation, share, options.course().seed());
    requireWritable();
    if (start.isPresent() && !recipe.saysRate()) {
      options =
          options.withRate(
              Training.rate(start.get(), pictures.training(), options.course().threads()));
    }
    var files = new TrainingFiles(folderOfState(), plot, title());
    if (!resume) {
      files.prepare();
    }
    Training training =
        training(start, pictures, options)
            .withCheckpoint(files.checkpoint())
            .withKept(kept)
            .withListener(WatchedTraining.of(surroundings(), files));
    try (var signals = new StopSignals()) {
      return report(training.run(resume, signals::wanted), files);
    }
  }

  /** Numbers out of their range are wrong use, whatever the network. */
  private void checkRecipe() {
    try {
      recipe.over(TrainingOptions.standard());
    } catch (FoveaException e) {
      check(false, e.getMessage());
    }
  }

  /** Before hours of work are done for nothing. */
  private void requireWritable() {
    Path parent = output.toAbsolutePath().getParent();
    if (Files.isDirectory(output) || parent == null || !Files.isDirectory(parent)) {
      throw new CommandException(
          output + ": this is a folder, or lies in none; name a file in a folder that is there");
    }
    plot.ifPresent(Subcommand::requireFolderOf);
    if (!Files.isWritable(Files.exists(output) ? output : parent)) {
      throw new CommandException(output + ": it may not be written to; choose another place");
    }
  }

  /** The network that is taught anew; none where one begins with random weights. */
  private Optional<Model> start() {
    return fromScratch ? Optional.empty() : Optional.of(model(model));
  }

  private TrainingOptions options(Optional<Model> start) {
    TrainingOptions options =
        recipe.over(
            start
                .map(known -> TransferLearning.options(known.network()))
                .orElseGet(TrainingOptions::fromScratch));
    return threads.count().map(options::withThreads).orElse(options);
  }

  private Training training(
      Optional<Model> start, TrainingPictures pictures, TrainingOptions options) {
    Training training =
        start
            .map(known -> Training.transfer(known, pictures.training(), options))
            .orElseGet(() -> Training.fromScratch(model, pictures.training(), options));
    training = recipe.augmentation().map(training::withAugmentation).orElse(training);
    training = pictures.validation().map(training::withValidation).orElse(training);
    training = skipBroken ? training.skippingBroken() : training;
    return training.withProvenance(name(folder), licence, command(training));
  }

  private String title() {
    return "%s on %s".formatted(fromScratch ? model : name(Path.of(model)), name(folder));
  }

  private static String name(Path path) {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  /** The command that does the same wherever the folders lie, with everything that counts said. */
  private String command(Training training) {
    String judged =
        validation
            .map(other -> "--val " + quoted(name(other)))
            .orElse("--split " + split.orElse(SPLIT));
    return "fovea train %s %s -o %s %s%s %s%s%s"
        .formatted(
            quoted(fromScratch ? model : training.model().name()),
            quoted(name(folder)),
            quoted(name(output)),
            judged,
            fromScratch ? " --from-scratch" : "",
            training.words(),
            kept == Kept.LAST ? " --keep last" : "",
            half ? " --float16" : "");
  }

  private Path folderOfState() {
    return checkpoints.orElseGet(
        () ->
            output.resolveSibling(
                String.valueOf(output.getFileName()).replaceFirst("\\.onnx$", ".training")));
  }

  private int report(Trained trained, TrainingFiles files) {
    Outcome outcome = trained.result().outcome();
    files.write(trained.result().history());
    if (outcome == Outcome.STOPPED) {
      print("stopped after iteration " + trained.result().history().iterations().size());
      print("go on with: " + again());
      return ExitCode.SOFTWARE;
    }
    if (half) {
      trained.writeHalf(output);
    } else {
      trained.write(output);
    }
    files.removeCheckpoint();
    print(trained.result().sentence());
    print(
        trained
            .evaluation()
            .map(
                judged ->
                    String.format(
                        Locale.ROOT,
                        "accuracy %.1f %% of %,d pictures held out%s%s; the network is in %s",
                        100 * judged.top1(),
                        judged.count(),
                        recipe.saysSizes() ? ", at the network's own size" : "",
                        half ? ", before its weights were rounded" : "",
                        output))
            .orElse("the network is in " + output));
    return outcome == Outcome.DIVERGED ? ExitCode.SOFTWARE : ExitCode.OK;
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

  /** Which network to keep, on the command line. */
  static final class KeptConverter implements ITypeConverter<Kept> {
    @Override
    public Kept convert(String value) {
      return switch (value) {
        case "best" -> Kept.BEST;
        case "last" -> Kept.LAST;
        default ->
            throw new TypeConversionException(
                "there is no \"%s\" to keep; choose best or last".formatted(value));
      };
    }
  }
}
