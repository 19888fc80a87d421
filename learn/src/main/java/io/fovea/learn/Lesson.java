package io.fovea.learn;

import io.fovea.network.Network;
import java.util.Optional;

/** A network with what it learns from and what it is judged by. */
record Lesson(Network network, TrainingData training, Optional<TrainingData> validation) {}
