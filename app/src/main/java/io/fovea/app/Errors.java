package io.fovea.app;

import io.fovea.tensor.FoveaException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong, never with a stack trace. */
final class Errors {
  private final Surroundings surroundings;

  Errors(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** A command line that isn't understood: {@code fovea montage: ...; see fovea montage --help}. */
  int wrongUse(ParameterException fault, String... args) {
    String command = fault.getCommandLine().getCommandSpec().qualifiedName();
    String problem = problem(fault);
    print(command, problem + (problem.endsWith("?") ? " See " : "; see ") + command + " --help");
    return ExitCode.USAGE;
  }

  private static String problem(ParameterException fault) {
    if (!(fault instanceof UnmatchedArgumentException unmatched)) {
      return fault.getMessage();
    }
    String what = unmatched.getUnmatched().get(0);
    List<String> suggestions = unmatched.getSuggestions();
    String instead = suggestions.isEmpty() ? "" : "; did you mean " + suggestions.get(0) + "?";
    if (unmatched.isUnknownOption()) {
      return "there is no option " + what + instead;
    }
    boolean isCommand = !fault.getCommandLine().getSubcommands().isEmpty();
    return isCommand ? "there is no command " + what + instead : what + " is one argument too many";
  }

  /** Something that couldn't be done. */
  int failed(Throwable fault) {
    surroundings.out().flush();
    print("fovea", sentence(fault));
    return ExitCode.SOFTWARE;
  }

  private static String sentence(Throwable fault) {
    if (fault instanceof FoveaException) {
      return fault.getMessage();
    }
    if (fault instanceof OutOfMemoryError) {
      return "there isn't enough memory for this; give Java more with JAVA_OPTS=-Xmx4g, or work on"
          + " smaller inputs or batches";
    }
    return "this shouldn't happen, please report it: " + fault + place(fault);
  }

  /** Where a fault of ours came up. */
  private static String place(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  private void print(String who, String sentence) {
    PrintWriter err = surroundings.err();
    String name =
        surroundings.terminals().colours()
            ? CommandLine.Help.Ansi.ON.string("@|bold,red " + who + "|@")
            : who;
    err.println(name + ": " + Printable.line(sentence));
    err.flush();
  }
}
