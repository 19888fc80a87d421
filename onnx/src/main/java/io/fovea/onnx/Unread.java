package io.fovea.onnx;

/**
 * The output of a node that isn't understood; what takes it can't be judged.
 *
 * @param isShape whether it is worked out from the shape of such an output
 */
record Unread(boolean isShape) implements Value {}
