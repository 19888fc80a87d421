package io.fovea;

/**
 * One thing that the engine does in a run, and how.
 *
 * @param layer the layer that it is done for
 * @param kind what is done: convolution, pooling, reorder ...
 * @param implementation the engine's name of the routine chosen on this machine
 */
public record EngineStep(String layer, String kind, String implementation) {}
