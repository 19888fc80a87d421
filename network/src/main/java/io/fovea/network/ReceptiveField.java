package io.fovea.network;

/**
 * The patch of the input that one value of an activation can depend on; arithmetic as in Araujo,
 * Norris and Sim, "Computing Receptive Fields of Convolutional Neural Networks", 2019.
 *
 * @param vertical over the rows
 * @param horizontal over the columns
 */
record ReceptiveField(Reach vertical, Reach horizontal) {
  /** Of the input itself. */
  static ReceptiveField ofInput(Size input) {
    return new ReceptiveField(Reach.ofInput(input.height()), Reach.ofInput(input.width()));
  }

  /** Behind a layer that looks through this window. */
  ReceptiveField through(Window2d window) {
    return new ReceptiveField(
        vertical.through(window.vertical()), horizontal.through(window.horizontal()));
  }

  /** Of a value that takes both. */
  ReceptiveField or(ReceptiveField other) {
    return new ReceptiveField(vertical.or(other.vertical), horizontal.or(other.horizontal));
  }

  Size size() {
    return new Size((int) vertical.length(), (int) horizontal.length());
  }
}
