package io.fovea.app;

import io.fovea.Fovea;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line.
 *
 * <p>Exit codes: 0 it did what was asked, 1 it couldn't (or analyze found faults), 2 it was asked
 * wrongly.
 */
@Command(
    name = "fovea",
    description = "See into a convolutional neural network.",
    mixinStandardHelpOptions = true,
    versionProvider = FoveaCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "MODEL is the path of an ONNX file, or a name. A name is looked up in the folders",
      "of FOVEA_MODELS, each with NAME/model.onnx, in ~/.cache/fovea, and among what is",
      "bundled: squeezenet-caltech101, which stands in for squeezenet where that isn't.",
      "Exit codes: 0 done, 1 failed (analyze: faults found), 2 wrong use."
    })
public final class FoveaCommand implements Runnable {
  private static final Set<String> RUNS_NETWORKS =
      Set.of("explore", "activations", "montage", "classify", "train", "evaluate", "demo");

  @Spec private CommandSpec spec = CommandSpec.create();

  private FoveaCommand() {}

  /** Runs the command line of this process and ends it. */
  public static void main(String... args) {
    Terminals terminals = Terminals.ofProcess();
    var surroundings =
        new Surroundings(
            System.in,
            writer(FileDescriptor.out, terminals.charset()),
            writer(FileDescriptor.err, terminals.charset()),
            System.getenv(),
            terminals);
    startEngine(surroundings, args);
    System.exit(run(surroundings, args));
  }

  /** Loads the engine while the arguments are read, where they will need it. */
  private static void startEngine(Surroundings surroundings, String... args) {
    boolean helps = List.of(args).contains("--help") || List.of(args).contains("-h");
    if (args.length == 0 || helps || !RUNS_NETWORKS.contains(args[0])) {
      return;
    }
    if (!Fovea.isEngineUnpacked()) {
      surroundings.err().println("fovea: unpacking the engine (about 90 MB, once) ...");
      surroundings.err().flush();
    }
    Fovea.startEngine();
  }

  /** Runs one command line and tells its exit code. */
  static int run(Surroundings surroundings, String... args) {
    var errors = new Errors(surroundings);
    try {
      int exitCode = execute(surroundings, errors, args);
      boolean lost = surroundings.out().checkError(); // flushes too
      return lost && exitCode == ExitCode.OK
          ? errors.failed(CommandException.ofLostResults())
          : exitCode;
    } catch (VirtualMachineError | LinkageError fault) {
      return errors.failed(fault);
    } finally {
      surroundings.out().flush();
      surroundings.err().flush();
    }
  }

  private static int execute(Surroundings surroundings, Errors errors, String... args) {
    return commandLine(surroundings, args)
        .setParameterExceptionHandler(errors::wrongUse)
        .setExecutionExceptionHandler((fault, command, result) -> errors.failed(fault))
        .execute(args);
  }

  /** The whole command, or only the part that these arguments need: that starts sooner. */
  static CommandLine commandLine(Surroundings surroundings, String... args) {
    var commands = subcommands();
    var root = new CommandLine(new FoveaCommand());
    if (args.length > 0 && commands.containsKey(args[0])) {
      commands.keySet().retainAll(Set.of(args[0]));
    }
    commands.forEach((name, command) -> root.addSubcommand(name, command.apply(surroundings)));
    return root.setOut(surroundings.out())
        .setErr(surroundings.err())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                surroundings.terminals().colours() ? Ansi.ON : Ansi.OFF));
  }

  private static Map<String, Function<Surroundings, Object>> subcommands() {
    var commands = new LinkedHashMap<String, Function<Surroundings, Object>>();
    commands.put("explore", ExploreCommand::new);
    commands.put("analyze", AnalyzeCommand::new);
    commands.put("activations", ActivationsCommand::new);
    commands.put("montage", MontageCommand::new);
    commands.put("classify", ClassifyCommand::new);
    commands.put("train", TrainCommand::new);
    commands.put("evaluate", EvaluateCommand::new);
    commands.put("datastore", DatastoreCommand::new);
    commands.put("samples", SamplesCommand::new);
    commands.put("demo", DemoCommand::new);
    commands.put("models", ModelsCommand::line);
    commands.put("shell", ShellCommand::new);
    commands.put("completion", CompletionCommand::new);
    return commands;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing required command");
  }

  private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
    return new PrintWriter(
        new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset)));
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = FoveaCommand.class.getPackage().getImplementationVersion();
      return new String[] {"fovea " + (version == null ? "(not packaged)" : version)};
    }
  }
}
