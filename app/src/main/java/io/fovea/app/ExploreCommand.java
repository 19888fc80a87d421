package io.fovea.app;

import io.fovea.app.server.PageOptions;
import io.fovea.app.server.PageServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the page in the browser. */
@Command(
    name = "explore",
    description = "Look into a network in the browser.",
    customSynopsis = {
      "fovea explore [MODEL] [INPUT] [--folder FOLDER]... [--port N] [--host HOST]",
      "                      [--no-browser] [--threads N]"
    },
    sortOptions = false,
    footer = {
      "",
      "Prints the page's address, opens it in the browser, and serves it until Ctrl-C.",
      "The address holds a random token; only who knows it, on this machine, can look.",
      "--host lets other machines in: whoever reads the address on its way can then use",
      "the page too, since it isn't encrypted; use it in a network you trust."
    })
final class ExploreCommand extends Subcommand {
  private static final int GREATEST_PORT = 65535;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "MODEL",
      defaultValue = "squeezenet",
      description = "A model's name or path (default: ${DEFAULT-VALUE}).")
  private String model = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "INPUT",
      description = "A picture or an array (default: a drawn face).")
  private @Nullable Path input;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "A folder whose labelled pictures the page may train with; may be repeated.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "The port to listen on (default: any that is free).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "The name or address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "";

  @Option(names = "--no-browser", description = "Print the address, but open no browser.")
  private boolean noBrowser;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that the network runs on (default: all cores but one).")
  private Optional<Integer> threads = Optional.empty();

  ExploreCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws InterruptedException {
    check(port >= 0 && port <= GREATEST_PORT, "--port must be from 0 to 65535, not " + port);
    int count = threads.orElseGet(ExploreCommand::allButOne);
    check(count >= 1, "--threads must be at least 1, not " + count);
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new CommandException(folder + ": is no folder; name one that is there");
      }
    }
    var options =
        new PageOptions(
            surroundings().models(), model, Optional.ofNullable(input), host, port, folders, count);
    try (var interruption = new Interruption();
        PageServer server = PageServer.startLooking(options)) {
      Optional<Doorway> doorway = announce(server);
      try {
        interruption.await();
      } finally {
        doorway.ifPresent(Doorway::close);
      }
    }
    return ExitCode.OK;
  }

  /**
   * One core is left to the browser: threads that wait for each other bear no third beside them.
   */
  private static int allButOne() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }

  private Optional<Doorway> announce(PageServer server) {
    print(server.address());
    surroundings().out().flush();
    Optional<Doorway> doorway =
        noBrowser ? Optional.empty() : Browser.open(server.address(), surroundings().environment());
    server
        .notice()
        .ifPresent(sentence -> surroundings().err().println("fovea: " + Printable.line(sentence)));
    if (server.isOpenToOthers()) {
      surroundings()
          .err()
          .println(
              "fovea: whoever reaches this machine and learns the address can look and train;"
                  + " nothing on the way is encrypted");
    }
    surroundings().err().println("fovea: press Ctrl-C to end");
    surroundings().err().flush();
    return doorway;
  }
}
