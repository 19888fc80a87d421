package io.fovea.app;

import io.fovea.learn.Augmentation;
import io.fovea.learn.Clipping;
import io.fovea.learn.Schedule;
import io.fovea.learn.SizeSchedule;
import io.fovea.learn.Solver;
import io.fovea.learn.TrainingOptions;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;

/** How a network is trained, as far as a person says so. */
final class RecipeOptions {
  @Option(names = "--epochs", paramLabel = "N", description = "How often all pictures are seen.")
  private Optional<Integer> epochs = Optional.empty();

  @Option(names = "--batch", paramLabel = "N", description = "Pictures of an iteration.")
  private Optional<Integer> batch = Optional.empty();

  @Option(
      names = "--solver",
      paramLabel = "SOLVER",
      converter = SolverConverter.class,
      description = "sgdm, adam, adamw or rmsprop.")
  private Optional<Solver> solver = Optional.empty();

  @Option(names = "--rate", paramLabel = "R", description = "The learn rate.")
  private Optional<Double> rate = Optional.empty();

  @Option(
      names = "--schedule",
      paramLabel = "SCHEDULE",
      converter = ScheduleConverter.class,
      description =
          "How the rate changes: constant, step:0.1/10 (times 0.1 every 10 epochs), "
              + "cosine or onecycle; with ,warmup=N behind it, it rises through the first N "
              + "epochs.")
  private Optional<Schedule> schedule = Optional.empty();

  @Option(names = "--l2", paramLabel = "R", description = "L2 regularization (weight decay).")
  private Optional<Double> l2 = Optional.empty();

  @Option(
      names = "--smoothing",
      paramLabel = "S",
      description = "Label smoothing, from 0 to below 1.")
  private Optional<Double> smoothing = Optional.empty();

  @Option(
      names = "--clip",
      paramLabel = "CLIP",
      converter = ClippingConverter.class,
      description = "Limits gradients: norm:5 (all together), value:1 (each) or none.")
  private Optional<Clipping> clipping = Optional.empty();

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "Stop after so many validations without a better one; 0 for never.")
  private Optional<Integer> patience = Optional.empty();

  @Option(
      names = "--augment",
      paramLabel = "HOW",
      converter = AugmentationConverter.class,
      description =
          "How pictures are varied: none, standard, or any of crop=0.5:1, flip, "
              + "flip-vertical, rotate=10, translate=8, shear=5, colour=0.2, erase=0.25 with "
              + "commas but no blanks between.")
  private Optional<Augmentation> augmentation = Optional.empty();

  @Option(
      names = "--sizes",
      paramLabel = "SIZES",
      converter = SizesConverter.class,
      description =
          "Smaller pictures first: 96@0,160@30 is 96 × 96 from the first epoch on and "
              + "160 × 160 after 30.")
  private Optional<SizeSchedule> sizes = Optional.empty();

  @Option(
      names = "--freeze-until",
      paramLabel = "LAYER",
      description = "Layers up to this one don't learn.")
  private Optional<String> freezeUntil = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of everything random: the same gives the same network.")
  private Optional<Long> seed = Optional.empty();

  /** These options, where none is given those. */
  TrainingOptions over(TrainingOptions standard) {
    TrainingOptions options = standard;
    options = with(options, epochs, TrainingOptions::withEpochs);
    options = with(options, batch, TrainingOptions::withBatch);
    options = with(options, solver, TrainingOptions::withSolver);
    options = with(options, rate, TrainingOptions::withRate);
    options = with(options, schedule, TrainingOptions::withSchedule);
    options = with(options, l2, TrainingOptions::withL2);
    options = with(options, smoothing, TrainingOptions::withLabelSmoothing);
    options = with(options, clipping, TrainingOptions::withClipping);
    options = with(options, patience, TrainingOptions::withPatience);
    options = with(options, sizes, TrainingOptions::withSizes);
    options = with(options, freezeUntil, TrainingOptions::withFrozenUntil);
    return with(options, seed, TrainingOptions::withSeed);
  }

  private static <T> TrainingOptions with(
      TrainingOptions options,
      Optional<T> value,
      BiFunction<TrainingOptions, T, TrainingOptions> change) {
    return value.map(given -> change.apply(options, given)).orElse(options);
  }

  /** Whether a person says the learn rate. */
  boolean saysRate() {
    return rate.isPresent();
  }

  /** Whether pictures are of other sizes than the network's own. */
  boolean saysSizes() {
    return sizes.isPresent();
  }

  /** How pictures are varied, where a person says so. */
  Optional<Augmentation> augmentation() {
    return augmentation;
  }

  /** The solver's name on the command line. */
  static final class SolverConverter extends ParsedConverter<Solver> {
    SolverConverter() {
      super(Solver::parse);
    }
  }

  /** The schedule on the command line. */
  static final class ScheduleConverter extends ParsedConverter<Schedule> {
    ScheduleConverter() {
      super(Schedule::parse);
    }
  }

  /** The clipping on the command line. */
  static final class ClippingConverter extends ParsedConverter<Clipping> {
    ClippingConverter() {
      super(Clipping::parse);
    }
  }

  /** The augmentation on the command line. */
  static final class AugmentationConverter extends ParsedConverter<Augmentation> {
    AugmentationConverter() {
      super(Augmentation::parse);
    }
  }

  /** The sizes on the command line. */
  static final class SizesConverter extends ParsedConverter<SizeSchedule> {
    SizesConverter() {
      super(SizeSchedule::parse);
    }
  }
}
