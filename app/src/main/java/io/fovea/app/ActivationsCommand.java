package io.fovea.app;

import io.fovea.Input;
import io.fovea.LayerActivation;
import io.fovea.Net;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes what layers make of an input. */
@Command(
    name = "activations",
    description = "Compute what layers make of an input, and write it as arrays.",
    customSynopsis = {
      "fovea activations MODEL INPUT LAYER... [-o FILE.npy|FILE.npz|FOLDER]",
      "                         [--threads N]"
    },
    sortOptions = false,
    footer = {
      "",
      "Without -o the size and the range of each activation are shown.",
      "Arrays are float32, N × C × H × W.",
      "An array as INPUT (.npy .npz .csv .mat) is fed as it is: N × C × H × W or",
      "C × H × W of the network's channels, or n × m, repeated for each channel."
    })
final class ActivationsCommand extends Subcommand {
  @Parameters(index = "0", paramLabel = "MODEL", description = "A model's name or path.")
  private String model = "";

  @Parameters(index = "1", paramLabel = "INPUT", description = "A picture or an array.")
  private Path input = Path.of("");

  @Parameters(
      index = "2..*",
      arity = "1..*",
      paramLabel = "LAYER",
      description = "Names of layers, as analyze shows them.")
  private List<String> layers = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE|FOLDER",
      description = {
        "One layer: FILE.npy. Several: FILE.npz,",
        "or a folder, which gets a .npy file a layer."
      })
  private Optional<Path> output = Optional.empty();

  @Mixin private ThreadsOption threads = new ThreadsOption();

  ActivationsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    Optional<ActivationOutput> target = output.map(ActivationOutput::of);
    target.ifPresent(
        each ->
            check(
                each.takes(layers.size()),
                "-o %s: several layers go into a .npz file or a folder".formatted(each.path())));
    try (Net net = open(model, threads)) {
      Map<String, LayerActivation> activations = net.activations(Input.of(input), layers);
      if (target.isPresent()) {
        target.get().write(activations);
      } else {
        activations.values().forEach(each -> print(each.toString()));
      }
      return ExitCode.OK;
    }
  }
}
