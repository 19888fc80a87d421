package io.fovea.learn;

import io.fovea.network.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Teaches a network: stochastic gradient descent on the cross entropy of the scores before its last
 * softmax.
 *
 * <p>The same network, data, options (seed and number of threads among them) give the same network,
 * bit for bit, on the same machine, and so does a training that was interrupted and resumed from
 * its checkpoint. One thread at a time trains; {@link #requestStop} may be called by any.
 */
public final class Trainer {
  private final Network network;
  private final TrainingOptions options;
  private final TrainingListener listener;
  private final Optional<Path> checkpoint;
  private volatile boolean stop;

  private Trainer(
      Network network,
      TrainingOptions options,
      TrainingListener listener,
      Optional<Path> checkpoint) {
    this.network = network;
    this.options = options;
    this.listener = listener;
    this.checkpoint = checkpoint;
  }

  /** A trainer that writes no checkpoints and tells nobody. */
  public static Trainer of(Network network, TrainingOptions options) {
    return new Trainer(network, options, TrainingListener.none(), Optional.empty());
  }

  /** The same that tells this listener. */
  public Trainer withListener(TrainingListener newListener) {
    return new Trainer(network, options, newListener, checkpoint);
  }

  /** The same that writes checkpoints to this file, always the last one. */
  public Trainer withCheckpoint(Path file) {
    return new Trainer(network, options, listener, Optional.of(file));
  }

  /** Makes a training that goes on finish its iteration, write a checkpoint and return. */
  public void requestStop() {
    stop = true;
  }

  /**
   * Trains from the beginning, without validation.
   *
   * @throws TrainingException if no layer would learn, there are no items, or the network doesn't
   *     end in one score for each class
   */
  public TrainingResult train(TrainingData training) {
    return train(training, Optional.empty(), false);
  }

  /** Trains from the beginning; see {@link #train(TrainingData)}. */
  public TrainingResult train(TrainingData training, TrainingData validation) {
    return train(training, Optional.of(validation), false);
  }

  /**
   * Goes on from the checkpoint, without validation.
   *
   * @throws TrainingException as {@link #train(TrainingData)}, or if there is no whole checkpoint
   *     of a training with the same options
   */
  public TrainingResult resume(TrainingData training) {
    return train(training, Optional.empty(), true);
  }

  /** Goes on from the checkpoint; see {@link #resume(TrainingData)}. */
  public TrainingResult resume(TrainingData training, TrainingData validation) {
    return train(training, Optional.of(validation), true);
  }

  private TrainingResult train(
      TrainingData training, Optional<TrainingData> validation, boolean resumed) {
    List<String> learning = LearningLayers.of(network, options.optimization());
    var state = new TrainingState(Learned.of(network, learning, options.optimization()));
    Optional<Checkpoint> kept =
        checkpoint.map(file -> new Checkpoint(file, fingerprint(training, validation)));
    if (resumed) {
      kept.orElseThrow(
              () -> new TrainingException("no checkpoint is named to go on from; name its file"))
          .read(state);
    }
    var surroundings =
        new TrainingRun.Surroundings(
            listener, () -> kept.ifPresent(file -> file.write(state)), () -> stop);
    try (var run =
        new TrainingRun(network, learning, options, training, validation, state, surroundings)) {
      return result(run.run(), state);
    }
  }

  private Map<String, String> fingerprint(
      TrainingData training, Optional<TrainingData> validation) {
    Map<String, String> all = options.fingerprint();
    all.put("network", network.name());
    all.put("training data", training.description());
    all.put("validation data", validation.map(TrainingData::description).orElse("none"));
    return all;
  }

  private TrainingResult result(Outcome outcome, TrainingState state) {
    Network best = state.best().snapshot().applyTo(network);
    Network last = outcome == Outcome.DIVERGED ? best : state.learned().snapshot().applyTo(network);
    return new TrainingResult(
        last,
        state.history().validations().isEmpty() ? last : best,
        state.history(),
        outcome,
        Endings.sentence(outcome, state, checkpoint));
  }
}
