package io.fovea.learn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a network is trained. Immutable; each {@code with} gives the same options with one changed.
 *
 * @param optimization how a step changes the network
 * @param loss what is made small
 * @param course how long, in which steps, and when it is looked at
 */
public record TrainingOptions(Optimization optimization, CrossEntropy loss, Course course) {
  /**
   * For transfer learning on a small folder, once {@link TransferLearning} has said which layers
   * learn: 12 epochs of batches of 16, SGD with momentum 0.9, rate 0.0001, cosine, L2 0.0001, on
   * all processors, seed 1.
   */
  public static TrainingOptions standard() {
    return new TrainingOptions(
        new Optimization(
            Sgdm.standard(),
            1e-4,
            Schedule.cosine(),
            Clipping.none(),
            1e-4,
            Map.of(),
            Optional.empty()),
        CrossEntropy.standard(),
        new Course(
            12,
            16,
            SizeSchedule.standard(),
            0,
            0,
            0,
            1,
            Runtime.getRuntime().availableProcessors()));
  }

  /**
   * For training from nothing: 90 epochs of batches of 64, rate 0.05 after 3 epochs of warm-up, L2
   * 0.0005, labels smoothed by 0.1, otherwise as {@link #standard()}.
   */
  public static TrainingOptions fromScratch() {
    return standard()
        .withEpochs(90)
        .withBatch(64)
        .withRate(0.05)
        .withSchedule(Schedule.cosine().withWarmUp(3))
        .withL2(5e-4)
        .withLabelSmoothing(0.1);
  }

  /** The same with another solver. */
  public TrainingOptions withSolver(Solver solver) {
    return with(optimization.withSolver(solver));
  }

  /** The same with another learn rate. */
  public TrainingOptions withRate(double rate) {
    return with(optimization.withRate(rate));
  }

  /** The same with another schedule of the learn rate. */
  public TrainingOptions withSchedule(Schedule schedule) {
    return with(optimization.withSchedule(schedule));
  }

  /** The same with gradients limited otherwise. */
  public TrainingOptions withClipping(Clipping clipping) {
    return with(optimization.withClipping(clipping));
  }

  /** The same with another L2 regularization. */
  public TrainingOptions withL2(double l2) {
    return with(optimization.withL2(l2));
  }

  /** The same with other factors for a layer. */
  public TrainingOptions withFactors(String layer, LayerFactors factors) {
    return with(optimization.withFactors(layer, factors));
  }

  /** The same with the layers up to this one, in the network's order, not learning. */
  public TrainingOptions withFrozenUntil(String layer) {
    return with(optimization.withFrozenUntil(Optional.of(layer)));
  }

  /** The same with all layers learning. */
  public TrainingOptions withNothingFrozen() {
    return with(optimization.withFrozenUntil(Optional.empty()));
  }

  /** The same with another label smoothing, from 0 to below 1. */
  public TrainingOptions withLabelSmoothing(double smoothing) {
    return new TrainingOptions(optimization, loss.withSmoothing(smoothing), course);
  }

  /** The same with a weight for each class. */
  public TrainingOptions withClassWeights(List<Double> weights) {
    return new TrainingOptions(optimization, loss.withWeights(weights), course);
  }

  /** The same with another number of epochs. */
  public TrainingOptions withEpochs(int epochs) {
    return with(course.withEpochs(epochs));
  }

  /** The same with another number of items in a batch. */
  public TrainingOptions withBatch(int batch) {
    return with(course.withBatch(batch));
  }

  /** The same with other sizes of pictures. */
  public TrainingOptions withSizes(SizeSchedule sizes) {
    return with(course.withSizes(sizes));
  }

  /** The same with a validation every so many iterations; 0 for the end of each epoch. */
  public TrainingOptions withValidationEvery(int iterations) {
    return with(course.withValidationEvery(iterations));
  }

  /** The same ending after so many validations without a better one; 0 for never. */
  public TrainingOptions withPatience(int validations) {
    return with(course.withPatience(validations));
  }

  /** The same with a checkpoint every so many iterations; 0 for the end of each epoch. */
  public TrainingOptions withCheckpointEvery(int iterations) {
    return with(course.withCheckpointEvery(iterations));
  }

  /** The same with another seed. */
  public TrainingOptions withSeed(long seed) {
    return with(course.withSeed(seed));
  }

  /** The same with another number of threads. */
  public TrainingOptions withThreads(int threads) {
    return with(course.withThreads(threads));
  }

  private TrainingOptions with(Optimization changed) {
    return new TrainingOptions(changed, loss, course);
  }

  private TrainingOptions with(Course changed) {
    return new TrainingOptions(optimization, loss, changed);
  }

  /** What a resumed training must have in common with the one it goes on with, by name. */
  Map<String, String> fingerprint() {
    var texts = new LinkedHashMap<String, String>();
    texts.put("epochs", String.valueOf(course.epochs()));
    texts.put("batch", String.valueOf(course.batch()));
    texts.put("sizes", course.sizes().toString());
    texts.put("seed", String.valueOf(course.seed()));
    texts.put("validation every", String.valueOf(course.validationEvery()));
    texts.put("patience", String.valueOf(course.patience()));
    texts.put("solver", describe(optimization.solver()));
    texts.put("rate", Numbers.text(optimization.rate()));
    texts.put("schedule", optimization.schedule().toString());
    texts.put("clipping", optimization.clipping().toString());
    texts.put("L2", Numbers.text(optimization.l2()));
    texts.put("factors", new TreeMap<>(optimization.factors()).toString());
    texts.put("frozen until", optimization.frozenUntil().orElse("nothing"));
    texts.put("label smoothing", Numbers.text(loss.smoothing()));
    texts.put("class weights", loss.weights().toString());
    return texts;
  }

  private static String describe(Solver solver) {
    return solver + " " + solver.hyperparameters();
  }
}
