package io.fovea.learn;

/** What happens when a file of a datastore turns out not to be a whole picture. */
public enum BrokenFiles {
  /** The exception that names the file ends what was going on. */
  FAIL,
  /** The file is named to whoever listens, and left out. */
  SKIP
}
