package io.fovea.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** JShell with the lesson's functions at hand. */
@Command(
    name = "shell",
    description = "Start JShell with the lesson's functions at hand.",
    footer = {
      "",
      "For a start:",
      "  var net = squeezenet()",
      "  analyzeNetwork(net)",
      "  var img = imread(\"face.jpg\")",
      "  var act = activations(net, img, \"conv1\")",
      "  montage(mat2gray(act))",
      "  classify(net, img)",
      "Without a terminal, standard input is one more script. A script answers only what it",
      "prints: System.out.println(classify(net, img))."
    })
final class ShellCommand extends Subcommand {
  @Parameters(paramLabel = "SCRIPT", description = "Files to run first.", arity = "0..*")
  private List<Path> scripts = new ArrayList<>();

  ShellCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    surroundings().out().flush();
    try {
      return Shell.run(scripts, surroundings().terminals().output());
    } catch (NoClassDefFoundError e) {
      throw new CommandException("the shell needs a JDK, this is a JRE; install one, 17 or newer");
    }
  }
}
