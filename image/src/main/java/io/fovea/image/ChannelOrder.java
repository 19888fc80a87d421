package io.fovea.image;

/** The order in which a network wants a picture's colours. */
public enum ChannelOrder {
  /** Red, green, blue. */
  RGB,
  /** Blue, green, red, as Caffe's networks. */
  BGR,
  /** Luma; a network of three channels gets it three times. */
  GRAY
}
