package io.fovea.app;

import io.fovea.Net;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells the classes of inputs. */
@Command(
    name = "classify",
    description = "Tell the classes of pictures and arrays.",
    customSynopsis = {
      "fovea classify MODEL INPUT... [--top K] [--format table|json|csv]",
      "                      [--batch N] [--skip-broken] [--threads N]"
    },
    sortOptions = false,
    footer = {
      "",
      "Results come in the order of the inputs, those of a folder in the order of",
      "their names. json gives one object a line. Where the network doesn't end in a",
      "softmax, one is applied. An array (.npy .npz .csv .mat) is fed as it is:",
      "C × H × W of the network's channels, or n × m, repeated for each channel."
    })
final class ClassifyCommand extends Subcommand {
  @Parameters(index = "0", paramLabel = "MODEL", description = "A model's name or path.")
  private String model = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Pictures, arrays, and folders of them.")
  private List<Path> inputs = new ArrayList<>();

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "5",
      description = "How many classes to tell (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      converter = Format.Converter.class,
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "8",
      description = "Inputs that go through the network at once (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--skip-broken",
      description = "Name an input that can't be read, and go on with the next.")
  private boolean skipBroken;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  ClassifyCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    check(top >= 1, "--top must be at least 1, not " + top);
    check(batch >= 1, "--batch must be at least 1, not " + batch);
    List<Path> files = InputFiles.of(inputs, this::broken);
    try (Net net = open(model, threads);
        Progress progress = Progress.of("classify", files.size(), surroundings())) {
      var receiver = new OutcomePrinter(format, top, skipBroken, surroundings(), progress);
      return receiver.classify(net, files, Math.min(batch, files.size()));
    }
  }

  private void broken(CommandException fault) {
    if (!skipBroken) {
      throw fault;
    }
    new QuietProgress(surroundings().err()).say("skipped " + fault.getMessage());
  }
}
