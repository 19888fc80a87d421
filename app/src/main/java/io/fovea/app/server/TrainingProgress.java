package io.fovea.app.server;

import io.fovea.learn.IterationPoint;
import io.fovea.learn.Pace;
import io.fovea.learn.TrainingListener;
import io.fovea.learn.ValidationPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How a training stands, for whoever looks: the training writes and goes on, readers take what is
 * new to them when they want. Any number of threads may use one at once.
 */
final class TrainingProgress implements TrainingListener {
  private static final int MOST_MESSAGES = 100;

  /** A loss beyond this ends a training; what isn't finite shows as it. */
  private static final double MOST_LOSS = 1e6;

  /** How much a reader knows. */
  record Seen(long version, int curve, int points, int validations, int messages) {
    static final Seen NOTHING = new Seen(-1, -1, 0, -1, -1);
  }

  /** What is new to a reader, as the page reads it, and how much it knows then. */
  record News(Map<String, Object> json, Seen seen) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TrainingCurve curve = new TrainingCurve();
  private final List<ValidationPoint> validations = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private Pace pace = new Pace();
  private TrainingPhase phase = TrainingPhase.PREPARING;
  private String sentence = "";
  private int prepared;
  private int toPrepare;
  private Optional<IterationPoint> last = Optional.empty();
  private long done;
  private long iterations;
  private long perEpoch = 1;
  private int unsaid;
  private long version;

  /** It is at something else, and what there is to say of that; empty for nothing. */
  void enter(TrainingPhase newPhase, String newSentence) {
    change(
        () -> {
          phase = newPhase;
          sentence = newSentence;
        });
  }

  /** It begins, or goes on. */
  void begin() {
    change(
        () -> {
          phase = TrainingPhase.PREPARING;
          sentence = "";
          prepared = 0;
          toPrepare = 0;
        });
  }

  @Override
  public void preparation(int newPrepared, int items) {
    change(
        () -> {
          prepared = newPrepared;
          toPrepare = items;
        });
  }

  @Override
  public void start(long allIterations, long iterationsPerEpoch, long doneBefore) {
    change(
        () -> {
          phase = TrainingPhase.TRAINING;
          iterations = allIterations;
          perEpoch = iterationsPerEpoch;
          done = doneBefore;
          pace = new Pace();
          curve.cut(doneBefore);
          validations.removeIf(each -> each.iteration() > doneBefore);
        });
  }

  @Override
  public void iteration(IterationPoint point) {
    change(
        () -> {
          pace.add(point);
          curve.add(point);
          last = Optional.of(point);
          done = point.iteration();
          phase = done % perEpoch == 0 ? TrainingPhase.VALIDATING : TrainingPhase.TRAINING;
        });
  }

  @Override
  public void validation(ValidationPoint point) {
    change(
        () -> {
          validations.add(point);
          phase = done == iterations ? TrainingPhase.VALIDATING : TrainingPhase.TRAINING;
        });
  }

  @Override
  public void message(String newMessage) {
    change(
        () -> {
          if (messages.size() < MOST_MESSAGES) {
            messages.add(newMessage);
          } else {
            unsaid++;
          }
        });
  }

  private void change(Runnable changing) {
    lock.lock();
    try {
      changing.run();
      version++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** What it is at. */
  TrainingPhase phase() {
    lock.lock();
    try {
      return phase;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until something is new to a reader.
   *
   * @return false where so many seconds passed without
   */
  boolean await(Seen seen, long seconds) throws InterruptedException {
    long nanos = TimeUnit.SECONDS.toNanos(seconds);
    lock.lock();
    try {
      while (version == seen.version && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return version != seen.version;
    } finally {
      lock.unlock();
    }
  }

  /** What is new to a reader; numbers of now are always there. */
  News news(Seen seen) {
    lock.lock();
    try {
      Map<String, Object> json = now();
      int from = seen.curve == curve.version() ? seen.points : 0;
      json.put("from", from);
      json.put("points", curve.from(from).stream().map(TrainingCurve.Point::toJson).toList());
      if (seen.validations != validations.size()) {
        json.put("validations", validations.stream().map(TrainingProgress::json).toList());
      }
      if (seen.messages != messages.size() || unsaid > 0) {
        json.put("messages", List.copyOf(messages));
        json.put("unsaid", unsaid);
      }
      return new News(
          json,
          new Seen(version, curve.version(), curve.size(), validations.size(), messages.size()));
    } finally {
      lock.unlock();
    }
  }

  private Map<String, Object> now() {
    var json = new LinkedHashMap<String, Object>();
    json.put("phase", phase.word());
    json.put("sentence", sentence);
    json.put("prepared", prepared);
    json.put("toPrepare", toPrepare);
    json.put("iteration", done);
    json.put("iterations", iterations);
    json.put("perEpoch", perEpoch);
    json.put("epochs", iterations / perEpoch);
    last.ifPresent(point -> json.put("epoch", point.epoch()));
    last.ifPresent(point -> json.put("rate", point.rate()));
    last.ifPresent(point -> json.put("seconds", point.seconds()));
    pace.loss().ifPresent(value -> json.put("loss", loss(value)));
    pace.accuracy().ifPresent(value -> json.put("accuracy", value));
    pace.itemsPerSecond().ifPresent(value -> json.put("speed", value));
    pace.secondsLeft(iterations).ifPresent(value -> json.put("secondsLeft", value));
    return json;
  }

  private static List<Object> json(ValidationPoint point) {
    return List.of(
        point.iteration(), point.epoch(), loss(point.loss()), point.accuracy(), point.best());
  }

  private static double loss(double value) {
    return Double.isFinite(value) ? Math.min(value, MOST_LOSS) : MOST_LOSS;
  }
}
