package io.fovea.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import jdk.jshell.tool.JavaShellToolBuilder;

/** Starts JShell in this process: it sees what the command sees, and needs no second Java. */
final class Shell {
  static final String IMPORTS =
      """
      import io.fovea.*;
      import io.fovea.image.*;
      import io.fovea.tensor.*;
      import java.nio.file.Path;
      import static io.fovea.Lesson.*;
      """;

  private Shell() {}

  /** Runs scripts and then what a person types, or the script on standard input. */
  static int run(List<Path> scripts, boolean interactive) {
    Path imports = write(IMPORTS);
    try {
      var arguments = new ArrayList<String>();
      arguments.addAll(List.of("--execution", "local"));
      arguments.addAll(List.of("--class-path", System.getProperty("java.class.path")));
      arguments.addAll(List.of("--startup", "DEFAULT", "--startup", imports.toString()));
      arguments.addAll(List.of("--feedback", interactive ? "normal" : "concise"));
      scripts.forEach(script -> arguments.add(script.toString()));
      if (!interactive) {
        arguments.add("-"); // standard input as a script too: no prompt, no echo
      }
      return tool(interactive).start(arguments.toArray(String[]::new));
    } catch (Exception e) {
      throw new CommandException("JShell doesn't start: " + e.getMessage(), e);
    } finally {
      delete(imports);
    }
  }

  /** JShell; a script's run leaves nothing behind in a person's settings and history. */
  private static JavaShellToolBuilder tool(boolean interactive) {
    var tool = JavaShellToolBuilder.builder();
    return interactive ? tool : tool.interactiveTerminal(false).persistence(new HashMap<>());
  }

  private static Path write(String text) {
    try {
      return Files.writeString(Files.createTempFile("fovea-shell", ".jsh"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
