package io.fovea.app;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the terminal that errors go to. */
final class BarProgress implements Progress {
  private static final int WIDTH = 78;
  private static final int MILLISECONDS_BETWEEN = 200;

  private final PrintWriter err;
  private final ProgressBar bar;

  BarProgress(String task, int steps, PrintWriter err) {
    this.err = err;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(MILLISECONDS_BETWEEN)
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
            .build();
  }

  private void draw(String line) {
    err.print("\r" + line);
    err.flush();
  }

  @Override
  public void step() {
    bar.step();
  }

  @Override
  public void say(String sentence) {
    err.println("\r\u001b[2Kfovea: " + Printable.line(sentence));
    err.flush();
  }

  @Override
  public void close() {
    bar.close();
    err.println();
    err.flush();
  }
}
