package io.fovea.network;

/** How much a fault matters. */
public enum Severity {
  /** The network, or the layer and what follows it, can't run. */
  ERROR,
  /** It runs, but probably not as it was meant. */
  WARNING
}
