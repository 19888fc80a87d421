/**
 * Teaching a network: image datastores, augmentation, solvers, the trainer with its checkpoints,
 * and evaluation.
 */
@NullMarked
package io.fovea.learn;

import org.jspecify.annotations.NullMarked;
