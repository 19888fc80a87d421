package io.fovea.learn;

import io.fovea.network.Network;
import io.fovea.network.Size;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One training from where its state stands to its end. One thread at a time. */
final class TrainingRun implements AutoCloseable {
  /** What happens around the steps. */
  record Surroundings(TrainingListener listener, Runnable checkpoint, BooleanSupplier stop) {}

  private final Network network;
  private final TrainingOptions options;
  private final Course course;
  private final TrainingData training;
  private final Optional<TrainingData> validation;
  private final TrainingState state;
  private final Surroundings surroundings;
  private final Learner learner;
  private final int batch;
  private final int perEpoch;
  private final double secondsBefore;
  private final long begun = System.nanoTime();

  TrainingRun(
      Lesson lesson,
      List<String> learning,
      TrainingOptions options,
      TrainingState state,
      Surroundings surroundings) {
    if (lesson.training().items() < 1) {
      throw new TrainingException("there are no items to learn from; give some");
    }
    this.network = lesson.network();
    this.options = options;
    this.course = options.course();
    this.training = lesson.training();
    this.validation = lesson.validation();
    this.state = state;
    this.surroundings = surroundings;
    this.batch = Math.min(course.batch(), training.items());
    this.perEpoch = training.items() / batch;
    this.secondsBefore = state.seconds();
    this.learner = new Learner(network, learning, options, state.learned());
  }

  /** Trains until something ends it. */
  Outcome run() {
    surroundings.listener.start((long) perEpoch * course.epochs(), perEpoch, state.iteration());
    while (state.epoch() < course.epochs()) {
      Optional<Outcome> end = epoch();
      if (end.isPresent()) {
        return end.get();
      }
    }
    return Outcome.COMPLETED;
  }

  private Optional<Outcome> epoch() {
    int epoch = state.epoch();
    var order = new Order(epoch, state.position(), batch, true, course.seed(), size());
    try (Batches batches = training.batches(order)) {
      Optional<Outcome> end = Optional.empty();
      while (end.isEmpty() && state.epoch() == epoch) {
        end = iteration(batches);
      }
      return end;
    }
  }

  private Optional<Size> size() {
    return course.sizes().at(state.epoch());
  }

  private Optional<Outcome> iteration(Batches batches) {
    if (!batches.hasNext()) {
      throw new TrainingException(
          "the data says that it has %,d items, but epoch %d ended after %,d batches of %,d; give data that keeps its number of items"
              .formatted(training.items(), state.epoch() + 1, state.position(), batch));
    }
    Batch next = batches.next();
    boolean learned = learn(next);
    batches.release(next);
    if (!learned) {
      return Optional.of(Outcome.DIVERGED);
    }
    boolean epochDone = state.position() == perEpoch;
    validate(epochDone);
    if (epochDone) {
      state.endEpoch();
    }
    boolean stopping = surroundings.stop.getAsBoolean() && state.epoch() < course.epochs();
    if (stopping || isDue(course.checkpointEvery(), epochDone) || isLast()) {
      surroundings.checkpoint.run();
    }
    if (epochDone) { // behind the checkpoint, so that a listener that fails costs no epoch
      surroundings.listener.epoch(state.epoch(), state.history());
    }
    if (course.patience() > 0 && state.waited() >= course.patience()) {
      return Optional.of(Outcome.OUT_OF_PATIENCE);
    }
    return stopping ? Optional.of(Outcome.STOPPED) : Optional.empty();
  }

  private boolean isLast() {
    return state.epoch() == course.epochs();
  }

  /** Every so many iterations, or at the end of each epoch. */
  private boolean isDue(int every, boolean epochDone) {
    return every == 0 ? epochDone : state.iteration() % every == 0;
  }

  /** Takes one step; false where something wasn't finite. */
  private boolean learn(Batch items) {
    double rate =
        options.optimization().rate()
            * options
                .optimization()
                .schedule()
                .at((long) state.epoch() * perEpoch + state.position(), perEpoch, course.epochs());
    Optional<Loss> loss = learner.learn(items, state.iteration() + 1, rate);
    if (loss.isEmpty()) {
      return false;
    }
    int count = items.labels().length;
    var point =
        new IterationPoint(
            state.epoch() + 1,
            state.iteration() + 1,
            loss.get().mean(),
            loss.get().correct() / (double) count,
            rate,
            count,
            secondsBefore + (System.nanoTime() - begun) / 1e9);
    state.add(point);
    surroundings.listener.iteration(point);
    return true;
  }

  private void validate(boolean epochDone) {
    if (validation.isEmpty()) {
      if (epochDone) {
        state.keep();
      }
      return;
    }
    boolean last = epochDone && state.epoch() + 1 == course.epochs();
    if (last || isDue(course.validationEvery(), epochDone)) {
      Network now = state.learned().snapshot().applyTo(network);
      Score score = Validation.of(now, validation.get(), size(), course);
      surroundings.listener.validation(state.add(score, course.sizes()));
    }
  }

  @Override
  public void close() {
    learner.close();
  }
}
