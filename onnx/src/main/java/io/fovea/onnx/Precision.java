package io.fovea.onnx;

/** How the weights of a network are written. */
public enum Precision {
  /** Four bytes a weight, bit for bit. */
  FLOAT32,
  /**
   * Two bytes a weight, rounded to the nearest, ties to even. What runs the file computes in
   * float32 all the same; biases and batch normalization, which are few, stay float32.
   */
  FLOAT16
}
