package io.fovea.app;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Prints a script that completes commands and options in a shell. */
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh.",
    footer = {"", "Use it with: source <(fovea completion)"})
final class CompletionCommand extends Subcommand {
  CompletionCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    CommandLine whole = FoveaCommand.commandLine(surroundings());
    surroundings().out().print(AutoComplete.bash("fovea", whole));
    return ExitCode.OK;
  }
}
