package io.fovea.app;

import io.fovea.zoo.ModelEntry;
import io.fovea.zoo.Models;
import io.fovea.zoo.ZooException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Shows which models have a name, and where they lie. */
@Command(
    name = "models",
    description = "List the models that have a name, or tell where one lies.",
    synopsisSubcommandLabel = "[list|path NAME]",
    footer = {
      "",
      "Models are looked for in the folders of FOVEA_MODELS, each with",
      "NAME/model.onnx, in ~/.cache/fovea, and among what is bundled with Fovea."
    })
final class ModelsCommand extends Subcommand {
  private ModelsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  /** The command with its own subcommands. */
  static CommandLine line(Surroundings surroundings) {
    return new CommandLine(new ModelsCommand(surroundings))
        .addSubcommand(new ListCommand(surroundings))
        .addSubcommand(new PathCommand(surroundings));
  }

  @Override
  public Integer call() {
    return new ListCommand(surroundings()).call();
  }

  /** Lists them. */
  @Command(name = "list", description = "List the models that have a name.")
  static final class ListCommand extends Subcommand {
    ListCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    public Integer call() {
      List<ModelEntry> entries = surroundings().models().list();
      if (entries.isEmpty()) {
        print(
            "No models yet: put one at NAME/model.onnx in a folder, and name the folder in "
                + Models.VARIABLE
                + ".");
      }
      int width = entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(1);
      for (ModelEntry entry : entries) {
        print(("%-" + width + "s  %s").formatted(entry.name(), entry.place()));
      }
      return ExitCode.OK;
    }
  }

  /** Tells where one lies. */
  @Command(name = "path", description = "Tell where a model's file lies.")
  static final class PathCommand extends Subcommand {
    @Parameters(paramLabel = "NAME", description = "A model's name.")
    private String name = "";

    PathCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    public Integer call() {
      ModelEntry entry = surroundings().models().find(name);
      print(
          entry
              .file()
              .orElseThrow(
                  () ->
                      new ZooException(
                          entry.name()
                              + ": this model is bundled with Fovea and lies in no file of its own;"
                              + " use it by its name"))
              .toAbsolutePath()
              .normalize()
              .toString());
      return ExitCode.OK;
    }
  }
}
