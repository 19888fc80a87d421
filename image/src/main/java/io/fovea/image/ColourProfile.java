package io.fovea.image;

/** What becomes of a colour profile (ICC) that is embedded in a picture's file. */
public enum ColourProfile {
  /**
   * The samples are taken as they are stored, the default: so do Pillow and the training pipelines
   * of the usual networks.
   */
  IGNORE,
  /** The samples are converted to sRGB, so that the picture looks as it was meant to. */
  APPLY
}
