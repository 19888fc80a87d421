package io.fovea.bench;

import io.fovea.tensor.FoveaException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures Fovea beside its peers in one process, after warm-up, on the same input and threads.
 *
 * <p>{@code mvn -q -pl bench -am package -DskipTests && java -jar bench/target/fovea-bench.jar}
 */
@Command(
    name = "fovea-bench",
    mixinStandardHelpOptions = true,
    description = "Measures Fovea beside ONNX Runtime, PyTorch and bare oneDNN convolutions.")
public final class Benchmark implements Callable<Integer> {
  private static final String PROFILE = "profile";

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = "Threads of every engine (${DEFAULT-VALUE}).")
  private int threads = 2;

  @Option(
      names = "--rounds",
      defaultValue = "20",
      description = "Rounds in which every engine has a turn (${DEFAULT-VALUE}).")
  private int rounds = 20;

  @Option(
      names = "--model",
      defaultValue = "../shared/models/squeezenet/model.onnx",
      description = "SqueezeNet as an ONNX file (${DEFAULT-VALUE}).")
  private Path model = Path.of("");

  @Option(
      names = "--photo",
      defaultValue = "../shared/data/photos/pytorch-dog.jpg",
      description = "The photograph of the cold start (${DEFAULT-VALUE}).")
  private Path photo = Path.of("");

  @Option(
      names = "--pictures",
      defaultValue = "../shared/data/caltech101",
      description = "A labelled folder of JPEG files to learn from (${DEFAULT-VALUE}).")
  private Path pictures = Path.of("");

  @Option(
      names = "--launcher",
      defaultValue = "./fovea",
      description = "Fovea's launcher (${DEFAULT-VALUE}).")
  private Path launcher = Path.of("");

  @Option(
      names = "--only",
      split = ",",
      defaultValue = "classify,activations,layer,train,read,start",
      description =
          "What to measure: classify, activations, layer, train, read, start, profile (${DEFAULT-VALUE}).")
  private Set<String> only = Set.of();

  @Option(names = "-o", paramLabel = "FILE", description = "Writes the results as JSON, too.")
  private Optional<Path> output = Optional.empty();

  /** Runs it in a process of its own, since OpenMP reads its settings before anything else. */
  public static void main(String[] args) {
    var command =
        new CommandLine(new Benchmark())
            .setExecutionExceptionHandler(
                (exception, line, parsed) -> {
                  if (!(exception instanceof FoveaException)) {
                    throw exception;
                  }
                  line.getErr().println(exception.getMessage());
                  return 1;
                })
            .setExecutionStrategy(
                parsed ->
                    parsed.commandSpec().userObject() instanceof Benchmark benchmark
                            && !Relaunch.isChild()
                            && !CommandLine.printHelpIfRequested(parsed)
                        ? benchmark.relaunch(args)
                        : new CommandLine.RunLast().execute(parsed));
    System.exit(command.execute(args));
  }

  private int relaunch(String[] args) {
    return Relaunch.run(
        Relaunch.process(
            Benchmark.class, List.of("-Xms512m"), Relaunch.openMp(threads), Arrays.asList(args)));
  }

  @Override
  public Integer call() {
    boolean pyTorch = PyTorch.prepare(threads);
    var network = Model.read(model);
    var machine = Machine.here(threads, pyTorch);
    var report = new Report(machine);
    System.out.print(report.head());
    var results = new ArrayList<Result>();
    var jobs = new Jobs(network, threads, rounds, pyTorch);
    Stream.concat(
            jobs.warm().stream(),
            Stream.of(
                jobs.epoch(pictures), jobs.coldStart(photo, launcher.toAbsolutePath().normalize())))
        .filter(job -> only.contains(job.group()))
        .forEach(
            job -> {
              var result = new Result(job.name(), job.measure());
              System.out.print(report.table(result));
              results.add(result);
            });
    if (only.contains(PROFILE)) {
      System.out.print(new Profile(network, threads).table());
    }
    output.ifPresent(file -> new ResultFile(machine).write(file, results));
    return 0;
  }
}
