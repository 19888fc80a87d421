package io.fovea.app;

import io.fovea.Net;
import io.fovea.zoo.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands share. */
abstract class Subcommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  Subcommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What it can reach of the world round it. */
  final Surroundings surroundings() {
    return surroundings;
  }

  /** Its place among the commands. */
  final CommandSpec spec() {
    return spec;
  }

  /** A line of the result, without anything that would steer a terminal. */
  final void print(String line) {
    surroundings.out().println(Printable.line(line));
  }

  /** The network of this name or path, to be run. */
  final Net open(String model, ThreadsOption threads) {
    int count = threads.count().orElseGet(() -> Runtime.getRuntime().availableProcessors());
    check(count >= 1, "--threads must be at least 1, not " + count);
    return Net.open(() -> model(model), count);
  }

  /** The model of this name or path; says so where another stands in for it. */
  final Model model(String name) {
    Model model = surroundings.models().open(name);
    model
        .notice()
        .ifPresent(
            sentence -> {
              surroundings.err().println("fovea: " + Printable.line(sentence));
              surroundings.err().flush();
            });
    return model;
  }

  /** Refuses a file that can't be written for want of a folder, before any work is done for it. */
  static void requireFolderOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new CommandException(
          file + ": its folder isn't there; make it, or write the file elsewhere");
    }
  }

  /** Refuses what can't be asked for. */
  final void check(boolean right, String otherwise) {
    if (!right) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }
}
