package io.fovea.learn;

import io.fovea.network.Network;

/**
 * What a training gave.
 *
 * @param network as the last iteration left it; where the training diverged, the last good one
 * @param best the one that validation found best; without validation, the same as {@code network}
 * @param history the course it took
 * @param outcome how it ended
 * @param sentence the same for a person, with what can be done now
 */
public record TrainingResult(
    Network network, Network best, TrainingHistory history, Outcome outcome, String sentence) {}
