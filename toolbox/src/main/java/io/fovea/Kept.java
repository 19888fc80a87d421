package io.fovea;

/** Which of a training's networks is kept at its end. */
public enum Kept {
  /** The one that did best on the pictures that judge it; they have chosen it then. */
  BEST,
  /** The last one: the pictures that judge it measure it, and choose nothing. */
  LAST
}
