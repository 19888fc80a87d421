package io.fovea.image;

/** How a picture of any proportions comes to the size that a network wants. */
public enum Fit {
  /** The short side is brought to a length, the long one in proportion, then the middle is cut. */
  CROP,
  /** Height and width are brought to what is wanted, each on its own. */
  STRETCH
}
