package io.fovea.engine;

/** How the values of an activation lie in memory. */
enum Layout {
  /** N, C, H, W, the width running fastest. */
  PLAIN,
  /** Blocks of 8 or 16 channels side by side (nChw8c, nChw16c), as the convolutions like it. */
  BLOCKED,
  /** As oneDNN chose. */
  OPAQUE
}
