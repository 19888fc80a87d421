package io.fovea.engine;

import java.util.Map;

/**
 * What a training plan reads and writes, and where.
 *
 * @param of the layer whose activation is differentiated
 * @param inputs where inputs are put, by name
 * @param seed where the gradient that a backward pass begins with is put
 * @param forwardSteps how many steps the forward pass has; the rest are the backward pass
 * @param gradients the gradients by activations that are read
 * @param learned the gradients by parameters, in plain order
 * @param masks what dropout multiplies by
 * @param measured what batch normalization leaves
 * @param memoryBytes how much memory all of it takes
 */
record TrainingProgram(
    String of,
    Map<String, Place> inputs,
    Place seed,
    int forwardSteps,
    Map<String, Place> gradients,
    Map<LearnableId, Buffer> learned,
    Map<String, Training.Mask> masks,
    Map<String, Training.Measured> measured,
    long memoryBytes) {}
