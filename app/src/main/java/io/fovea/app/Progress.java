package io.fovea.app;

/** Tells a person how far a long run is; for one thread. */
interface Progress extends AutoCloseable {
  /** Runs of fewer steps need none. */
  int LONG = 32;

  /**
   * For a run of so many steps: a bar where errors go to a terminal and results don't, lines where
   * neither does, nothing where results themselves tell how far it is.
   *
   * @param task a word for it
   */
  static Progress of(String task, int steps, Surroundings surroundings) {
    if (steps < LONG || surroundings.terminals().output()) {
      return new QuietProgress(surroundings.err());
    }
    return surroundings.terminals().error()
        ? new BarProgress(task, steps, surroundings.err())
        : new LineProgress(steps, surroundings.err());
  }

  /** One step is done. */
  void step();

  /** A sentence that belongs beside the progress. */
  void say(String sentence);

  @Override
  void close();
}
