package io.fovea.explain;

/**
 * What one layer adds to a sum.
 *
 * @param input the layer's name
 * @param from where the value stands there: another place than the sum's where an axis of length 1
 *     is repeated
 * @param value that value
 */
public record Summand(String input, Place from, double value) {}
