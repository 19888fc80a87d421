package io.fovea.app.server;

import io.fovea.Kept;
import io.fovea.learn.Augmentation;
import io.fovea.learn.TrainingOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person chose for a training; what isn't chosen is as {@link TrainingOptions} has it.
 *
 * @param network the name of the model that is taught anew; from scratch, of an architecture
 * @param scratch whether it begins with random weights
 * @param folder the pictures, as the page calls it
 * @param validation the share of each class's pictures that judges, 0.05 to 0.5
 * @param seed of everything random
 * @param epochs how often all pictures are seen, 1 to 1,000
 * @param batch pictures of an iteration, 1 to 1,024
 * @param rate the learn rate, 1e-9 to 100; empty for one that fits
 * @param augmentation how pictures are varied
 * @param kept which of the networks is kept
 * @param name of the network that comes out; empty for one that the server gives
 */
record TrainingSettings(
    String network,
    boolean scratch,
    String folder,
    double validation,
    long seed,
    Optional<Integer> epochs,
    Optional<Integer> batch,
    Optional<Double> rate,
    Optional<Augmentation> augmentation,
    Kept kept,
    Optional<String> name) {
  private static final double SHARE = 0.2;
  private static final int MOST_EPOCHS = 1_000;
  private static final int MOST_ITEMS = 1_024;

  /** Checks the numbers and the name. */
  TrainingSettings {
    requireRange("the share held out", validation, 0.05, 0.5);
    epochs.ifPresent(value -> requireRange("the epochs", value, 1, MOST_EPOCHS));
    batch.ifPresent(value -> requireRange("the batch", value, 1, MOST_ITEMS));
    rate.ifPresent(value -> requireRange("the learn rate", value, 1e-9, 100));
    name.ifPresent(TrainedName::require);
  }

  private static void requireRange(String what, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw RequestException.wrong(
          "%s must be from %s to %s, not %s".formatted(what, text(least), text(most), text(value)));
    }
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /**
   * Reads what the page sends: an object with {@code network} and {@code folder}, and any of {@code
   * scratch, validation, seed, epochs, batch, rate, augmentation, keep, name}.
   *
   * @throws RequestException if it is none, or a value isn't as it must be
   */
  static TrainingSettings parse(String json) {
    var chosen =
        SentObject.parse(json, "a training's settings are one JSON object with network and folder");
    return new TrainingSettings(
        required(chosen, "network"),
        chosen.isSet("scratch"),
        required(chosen, "folder"),
        chosen.number("validation").orElse(SHARE),
        chosen.whole("seed").orElse(1L),
        chosen.whole("epochs").map(TrainingSettings::small),
        chosen.whole("batch").map(TrainingSettings::small),
        chosen.number("rate"),
        chosen.text("augmentation").map(Augmentation::parse),
        chosen.text("keep").map(TrainingSettings::kept).orElse(Kept.BEST),
        chosen.text("name"));
  }

  private static String required(SentObject chosen, String name) {
    return chosen
        .text(name)
        .orElseThrow(() -> RequestException.wrong(name + ": choose one before the training"));
  }

  /** Out of range for sure, where it is too large for an int. */
  private static int small(long value) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
  }

  private static Kept kept(String word) {
    return switch (word) {
      case "best" -> Kept.BEST;
      case "last" -> Kept.LAST;
      default ->
          throw RequestException.wrong(
              "there is no \"%s\" network to keep; choose best or last".formatted(word));
    };
  }

  /** The networks that it begins with; none from scratch. */
  List<String> networks() {
    return scratch ? List.of() : List.of(network);
  }

  /** These settings, where none is chosen those. */
  TrainingOptions over(TrainingOptions standard) {
    TrainingOptions options = standard.withSeed(seed);
    if (epochs.isPresent()) {
      options = options.withEpochs(epochs.get());
    }
    if (batch.isPresent()) {
      options = options.withBatch(batch.get());
    }
    return rate.isPresent() ? options.withRate(rate.get()) : options;
  }

  /** As the page reads them, to show what was chosen. */
  Map<String, Object> toJson() {
    var json = new LinkedHashMap<String, Object>();
    json.put("network", network);
    json.put("scratch", scratch);
    json.put("folder", folder);
    json.put("validation", validation);
    json.put("seed", seed);
    epochs.ifPresent(value -> json.put("epochs", value));
    batch.ifPresent(value -> json.put("batch", value));
    rate.ifPresent(value -> json.put("rate", value));
    augmentation.ifPresent(value -> json.put("augmentation", value.toString()));
    json.put("keep", kept == Kept.BEST ? "best" : "last");
    name.ifPresent(value -> json.put("name", value));
    return json;
  }
}
