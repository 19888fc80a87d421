package io.fovea.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line as a program of its own: for what reads standard input or a folder. */
final class FoveaProgram {
  private FoveaProgram() {}

  /** Runs a command in a folder, with a text as standard input; gives all that it says. */
  static String run(Path folder, String typed, String... words)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=true");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--")) // what newer Java wants to be allowed
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(FoveaCommand.class.getName());
    command.addAll(List.of(words));
    Path said = folder.resolve("said.txt");
    Path read = Files.writeString(folder.resolve("typed.txt"), typed);
    var program = new ProcessBuilder(command).directory(folder.toFile());
    program.redirectInput(read.toFile());
    program.redirectErrorStream(true).redirectOutput(said.toFile());
    Process running = program.start();
    if (!running.waitFor(5, TimeUnit.MINUTES)) {
      running.destroyForcibly().waitFor();
      throw new AssertionError(command + " doesn't end; it said: " + Files.readString(said));
    }
    return Files.readString(said).replace(System.lineSeparator(), "\n");
  }
}
