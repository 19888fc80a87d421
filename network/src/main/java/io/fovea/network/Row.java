package io.fovea.network;

import io.fovea.tensor.Shape;
import java.util.Optional;

/**
 * What an analysis says of one layer.
 *
 * @param index its number, from 1
 * @param layer the layer itself
 * @param activation the shape of its activation, batch 1; empty where a fault keeps it from being
 *     known
 * @param learnableCount how many values training changes
 * @param macs multiply-accumulate operations for one item; 0 where the activation isn't known
 * @param receptiveField rows and columns of the input that one value of the activation can depend
 *     on, at most the input's size; empty where the activation isn't known
 */
public record Row(
    int index,
    Layer layer,
    Optional<Shape> activation,
    long learnableCount,
    long macs,
    Optional<Size> receptiveField) {}
