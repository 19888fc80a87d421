package io.fovea.app;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a person sits in front of what is read and written.
 *
 * @param output whether results go to a terminal
 * @param error whether errors and progress go to a terminal
 * @param colours whether a terminal is there, shows colours, and NO_COLOR isn't set
 */
record Terminals(boolean output, boolean error, boolean colours) {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  /** None at all: files and pipes. */
  static final Terminals NONE = new Terminals(false, false, false);

  /** Those of this process. */
  static Terminals ofProcess() {
    boolean output = outputIsTerminal();
    return new Terminals(output, output || errorIsTerminal(), output && Ansi.AUTO.enabled());
  }

  /** UTF-8, but on a terminal what that terminal understands. */
  Charset charset() {
    return !output
        ? StandardCharsets.UTF_8
        : Stream.of("stdout.encoding", "sun.stdout.encoding")
            .map(System::getProperty)
            .flatMap(name -> Optional.ofNullable(name).stream())
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .filter(charset -> !charset.equals(StandardCharsets.US_ASCII))
            .findFirst()
            .orElse(StandardCharsets.UTF_8);
  }

  /** Before Java 22 there is no console without a terminal; from then on it has to be asked. */
  private static boolean outputIsTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** A device of Linux; elsewhere nobody knows, and plain lines do. */
  private static boolean errorIsTerminal() {
    try {
      String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
