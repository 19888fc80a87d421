package io.fovea.app;

import io.fovea.testing.SharedData;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What became of one command line.
 *
 * @param exitCode 0, 1 or 2
 * @param out what it printed
 * @param err what it said was wrong
 */
record CommandRun(int exitCode, String out, String err) {
  /**
   * Runs it with the models of the folder of real data; where that is absent, the test is skipped.
   */
  static CommandRun withSharedModels(Object... arguments) {
    return run(Map.of("FOVEA_MODELS", SharedData.require("models").toString()), arguments);
  }

  /** Runs it where no model has a name. */
  static CommandRun alone(Object... arguments) {
    return run(Map.of("FOVEA_MODELS", ""), arguments);
  }

  static CommandRun run(Map<String, String> environment, Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(err),
            environment,
            Terminals.NONE);
    var texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int exitCode = FoveaCommand.run(surroundings, texts);
    return new CommandRun(exitCode, plain(out), plain(err));
  }

  /** A picture of the folder of real data. */
  static Path photo(String name) {
    return SharedData.require("data/photos/" + name);
  }

  private static String plain(StringWriter writer) {
    return writer.toString().replace(System.lineSeparator(), "\n");
  }
}
