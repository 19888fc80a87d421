package io.fovea.bench;

import io.fovea.engine.Engine;
import io.fovea.tensor.FoveaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Transfer learning as people do it, whole processes from their start to the written network, and
 * the memory of a training of all layers.
 *
 * <p>{@code java -cp bench/target/fovea-bench.jar io.fovea.bench.TransferRuns}
 */
@Command(
    name = "fovea-transfer",
    mixinStandardHelpOptions = true,
    description = "Measures transfer learning from the process's start to the written network.")
public final class TransferRuns implements Callable<Integer> {
  private static final String HEAD =
      "%-34s %5s %9s %10s %9s%n".formatted("", "seed", "seconds", "held out %", "peak MB");

  @Option(
      names = "--seeds",
      defaultValue = "3",
      description = "How many seeds, from 1 on (${DEFAULT-VALUE}).")
  private int seeds;

  @Option(
      names = "--launcher",
      defaultValue = "./fovea",
      description = "Fovea's launcher (${DEFAULT-VALUE}).")
  private Path launcher = Path.of("");

  @Option(
      names = "--models",
      defaultValue = "../shared/models",
      description = "The folder that holds squeezenet/model.onnx (${DEFAULT-VALUE}).")
  private Path models = Path.of("");

  @Option(
      names = "--data",
      defaultValue = "../shared/data",
      description = "The folder that holds merch and hymenoptera (${DEFAULT-VALUE}).")
  private Path data = Path.of("");

  /** Measures, prints, and ends the process. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new TransferRuns())
            .setExecutionExceptionHandler(
                (exception, line, parsed) -> {
                  if (!(exception instanceof FoveaException)) {
                    throw exception;
                  }
                  line.getErr().println(exception.getMessage());
                  return 1;
                })
            .execute(args));
  }

  @Override
  public Integer call() throws Exception {
    System.out.println(Engine.instructionSet() + ", " + Machine.processorName());
    System.out.print(HEAD);
    Path hymenoptera = data.resolve("hymenoptera");
    Path output = Files.createTempDirectory("fovea-transfer").resolve("out.onnx");
    // The first run leaves the launcher's archive of classes.
    run(
        "merch, 70/30 (not counted)",
        1,
        output,
        data.resolve("merch").toString(),
        "--split",
        "0.7");
    for (int seed = 1; seed <= seeds; seed++) {
      run("merch, 70/30", seed, output, data.resolve("merch").toString(), "--split", "0.7");
    }
    for (int seed = 1; seed <= seeds; seed++) {
      run(
          "hymenoptera, train/val",
          seed,
          output,
          hymenoptera.resolve("train").toString(),
          "--val",
          hymenoptera.resolve("val").toString());
    }
    run(
        "all layers, batch 32 (2 epochs)",
        1,
        output,
        hymenoptera.resolve("train").toString(),
        "--from-scratch",
        "--epochs",
        "2",
        "--batch",
        "32",
        "--val",
        hymenoptera.resolve("val").toString());
    return 0;
  }

  private void run(String what, int seed, Path output, String... arguments) {
    var command = new ArrayList<String>();
    command.add(launcher.toAbsolutePath().normalize().toString());
    command.addAll(List.of("train", "squeezenet"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--seed", String.valueOf(seed), "-o", output.toString()));
    var run = TrainingProcess.run(command, models);
    System.out.printf(
        Locale.ROOT,
        "%-34s %5d %9.1f %10.1f %9.0f%n",
        what,
        seed,
        run.seconds(),
        run.accuracy(),
        run.peakMegabytes());
  }
}
