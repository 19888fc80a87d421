package io.fovea.app;

import io.fovea.image.SampleInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Writes inputs to try a network with. */
@Command(
    name = "samples",
    description = "Write inputs to try a network with: drawn by code, the same everywhere.",
    customSynopsis = {"fovea samples [FOLDER]"},
    sortOptions = false)
final class SamplesCommand extends Subcommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      defaultValue = "fovea-samples",
      description = "Where they go (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("");

  SamplesCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    make(folder);
    for (SampleInput sample : SampleInput.values()) {
      Path file = folder.resolve(sample.fileName());
      sample.write(file);
      print("%s: %s".formatted(file, sample.description()));
    }
    return ExitCode.OK;
  }

  /** A folder to write into. */
  static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CommandException(folder + ": the folder can't be made; choose another", e);
    }
  }
}
