package io.fovea.app;

import io.fovea.EngineStep;
import io.fovea.Net;
import io.fovea.image.OutputFile;
import io.fovea.network.Analysis;
import io.fovea.network.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a network's layers, their sizes and parameters, and its faults. */
@Command(
    name = "analyze",
    description = "Show a network's layers, their sizes and parameters, and its faults.",
    customSynopsis = {
      "fovea analyze MODEL [--format table|json|csv] [-o FILE]",
      "                     [--input-size HxW] [--engine] [--threads N]"
    },
    sortOptions = false,
    footer = {"", "Exit code 1 where the network has faults."})
final class AnalyzeCommand extends Subcommand {
  @Parameters(paramLabel = "MODEL", description = "A model's name or path.")
  private String model = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      converter = Format.Converter.class,
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to this file.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--input-size",
      paramLabel = "HxW",
      converter = Sides.Converter.class,
      description = "Work out all sizes for an input of this height and width.")
  private Optional<Sides> inputSize = Optional.empty();

  @Option(
      names = "--engine",
      description = "Show too which routine of the engine computes each layer.")
  private boolean engine;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  AnalyzeCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    check(!engine || format != Format.CSV, "--engine goes with --format table or json");
    try (Net net = engine ? open(model, threads) : Net.of(model(model))) {
      Analysis analysis =
          inputSize.map(size -> net.analyze(size.first(), size.second())).orElseGet(net::analyze);
      write(AnalysisText.of(format, net.name(), analysis, steps(net, analysis)));
      return analysis.faults().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  /** What the engine does, where that is asked for and the network can run at all. */
  private Optional<List<EngineStep>> steps(Net net, Analysis analysis) {
    boolean runs =
        analysis.faults().stream().noneMatch(fault -> fault.severity() == Severity.ERROR);
    return engine && runs ? Optional.of(net.engineSteps()) : Optional.empty();
  }

  private void write(String text) {
    if (output.isPresent()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      OutputFile.write(output.get(), out -> out.write(bytes));
    } else {
      surroundings().out().print(format == Format.TABLE ? Printable.lines(text) : text);
    }
  }
}
