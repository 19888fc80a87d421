package io.fovea.learn;

import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.tensor.FoveaException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Teaches a network: stochastic gradient descent on the cross entropy of the scores before its last
 * softmax.
 *
 * <p>The same network, data, options (seed and number of threads among them) give the same network,
 * bit for bit, on the same machine, and so does a training that was interrupted and resumed from
 * its checkpoint. One thread at a time trains; {@link #requestStop} may be called by any.
 */
public final class Trainer {
  /** The share of Java's memory that activations of frozen layers may take. */
  private static final int MEMORY_SHARE = 4;

  private final Network network;
  private final TrainingOptions options;
  private final TrainingListener listener;
  private final Optional<Path> checkpoint;
  private final long featureMemory;
  private volatile boolean stop;

  private Trainer(
      Network network,
      TrainingOptions options,
      TrainingListener listener,
      Optional<Path> checkpoint,
      long featureMemory) {
    this.network = network;
    this.options = options;
    this.listener = listener;
    this.checkpoint = checkpoint;
    this.featureMemory = featureMemory;
  }

  /**
   * A trainer that writes no checkpoints, tells nobody, and keeps activations of frozen layers in
   * up to a quarter of Java's memory.
   */
  public static Trainer of(Network network, TrainingOptions options) {
    return new Trainer(
        network,
        options,
        TrainingListener.none(),
        Optional.empty(),
        Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
  }

  /** The same that tells this listener. */
  public Trainer withListener(TrainingListener newListener) {
    return new Trainer(network, options, newListener, checkpoint, featureMemory);
  }

  /** The same that writes checkpoints to this file, always the last one. */
  public Trainer withCheckpoint(Path file) {
    return new Trainer(network, options, listener, Optional.of(file), featureMemory);
  }

  /**
   * The same that keeps activations of frozen layers in up to so many bytes of memory, and the rest
   * in a temporary file.
   */
  public Trainer withFeatureMemory(long bytes) {
    return new Trainer(network, options, listener, checkpoint, bytes);
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
    stop = false;
    var lesson = new Lesson(network, training, validation);
    List<String> learning = LearningLayers.of(network, options.optimization());
    var state = new TrainingState(Learned.of(network, learning, options.optimization()));
    Optional<Checkpoint> kept =
        checkpoint.map(file -> new Checkpoint(file, fingerprint(training, validation)));
    if (resumed) {
      kept.orElseThrow(
              () -> new TrainingException("no checkpoint is named to go on from; name its file"))
          .read(state);
    } else {
      kept.ifPresent(file -> file.write(state)); // a kill at any moment can be gone on from
    }
    var surroundings =
        new TrainingRun.Surroundings(
            listener, () -> kept.ifPresent(file -> file.write(state)), () -> stop);
    try {
      return result(run(lesson, learning, state, surroundings), state);
    } catch (FoveaException failure) {
      if (state.iteration() == 0) {
        kept.ifPresent(Checkpoint::delete); // it holds nothing that was learned
      }
      throw failure;
    }
  }

  /** Trains the head alone where the activations before it stay the same, else the whole. */
  private Outcome run(
      Lesson lesson,
      List<String> learning,
      TrainingState state,
      TrainingRun.Surroundings surroundings) {
    Course course = options.course();
    Optional<Layer> boundary = FeatureCache.boundary(lesson, learning, course);
    if (boundary.isEmpty() || state.epoch() == course.epochs()) {
      return train(lesson, learning, state, surroundings);
    }
    Optional<FeatureCache> cache =
        FeatureCache.of(lesson, boundary.get(), course, featureMemory, listener, () -> stop);
    if (cache.isEmpty()) {
      surroundings.checkpoint().run();
      return Outcome.STOPPED;
    }
    try (var features = cache.get()) {
      return train(features.head(), learning, state, surroundings);
    }
  }

  private Outcome train(
      Lesson lesson,
      List<String> learning,
      TrainingState state,
      TrainingRun.Surroundings surroundings) {
    try (var run = new TrainingRun(lesson, learning, options, state, surroundings)) {
      return run.run();
    }
  }

  private Map<String, String> fingerprint(
      TrainingData training, Optional<TrainingData> validation) {
    Map<String, String> all = options.fingerprint();
    all.put("network", network.name());
    all.put("parameters", Long.toHexString(checksum()));
    all.put("training data", training.description());
    all.put("validation data", validation.map(TrainingData::description).orElse("none"));
    return all;
  }

  /** Over all parameters that the training begins with, frozen ones among them. */
  private long checksum() {
    var checksum = new CRC32();
    var bytes = ByteBuffer.allocate(Float.BYTES);
    for (Layer layer : network.layers()) {
      Stream.concat(layer.learnables().stream(), layer.states().stream())
          .forEach(
              parameter -> {
                FloatBuffer values = parameter.values();
                while (values.hasRemaining()) {
                  checksum.update(bytes.clear().putFloat(values.get()).array());
                }
              });
    }
    return checksum.getValue();
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
