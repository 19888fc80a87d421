package io.fovea.app;

import java.io.PrintWriter;

/** Says sentences only. */
final class QuietProgress implements Progress {
  private final PrintWriter err;

  QuietProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void step() {
    // the results tell
  }

  @Override
  public void say(String sentence) {
    err.println("fovea: " + Printable.line(sentence));
    err.flush();
  }

  @Override
  public void close() {
    // nothing is open
  }
}
