package io.fovea.explain;

/**
 * One of the values that a softmax weighs against each other.
 *
 * @param index its place along the softmax's axis, mostly its channel, from 0
 * @param before the value x
 * @param exponential exp(x − greatest), at most 1
 */
public record Exponential(int index, double before, double exponential) {}
