package io.fovea.onnx;

/**
 * A layer's activation in a graph that is being written.
 *
 * @param name the name that nodes take it by
 * @param rank how many dimensions it has
 */
record WrittenValue(String name, int rank) {}
