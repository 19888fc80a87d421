package io.fovea.app.server;

import io.fovea.zoo.Model;

/** Where a training takes its network from, and lays those that come out. */
interface NetworkShelf {
  /**
   * The network of this name.
   *
   * @throws io.fovea.tensor.FoveaException if there is none, or its file is broken
   */
  Model model(String name);

  /** Whether there is a network of this name, or was one made here: a page may still show it. */
  boolean has(String name);

  /** Lays one on the shelf, under its own name. */
  void add(Model made);

  /** Takes one off that was made here; those who use it just now go on. */
  void remove(String name);
}
