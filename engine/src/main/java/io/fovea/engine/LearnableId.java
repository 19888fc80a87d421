package io.fovea.engine;

/**
 * A learnable parameter of a training plan.
 *
 * @param layer the layer that it belongs to
 * @param parameter its name in the layer: Weights, Bias, Scale, Offset
 * @param count how many values it has
 */
public record LearnableId(String layer, String parameter, int count) {}
