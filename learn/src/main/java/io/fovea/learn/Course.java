package io.fovea.learn;

/**
 * The course of a training: how long, in which steps, and when it is looked at.
 *
 * @param epochs how often all items are seen, at least 1
 * @param batch items of an iteration, at least 1; where there are fewer in all, so many
 * @param sizes the pictures' size from epoch to epoch
 * @param validationEvery iterations between two validations; 0 for one at the end of each epoch
 * @param patience after how many validations without a better one the training ends; 0 for never
 * @param checkpointEvery iterations between two checkpoints; 0 for one at the end of each epoch
 * @param seed of everything random: order, augmentation, dropout
 * @param threads how many threads compute, at least 1
 */
public record Course(
    int epochs,
    int batch,
    SizeSchedule sizes,
    int validationEvery,
    int patience,
    int checkpointEvery,
    long seed,
    int threads) {
  /**
   * Checks the numbers.
   *
   * @throws TrainingException if one is too small
   */
  public Course {
    Checks.atLeast("the epochs of a training", epochs, 1);
    Checks.atLeast("the items of a batch", batch, 1);
    Checks.atLeast("the iterations between two validations", validationEvery, 0);
    Checks.atLeast("the patience", patience, 0);
    Checks.atLeast("the iterations between two checkpoints", checkpointEvery, 0);
    Checks.atLeast("the threads of a training", threads, 1);
  }

  Course withEpochs(int newEpochs) {
    return new Course(
        newEpochs, batch, sizes, validationEvery, patience, checkpointEvery, seed, threads);
  }

  Course withBatch(int newBatch) {
    return new Course(
        epochs, newBatch, sizes, validationEvery, patience, checkpointEvery, seed, threads);
  }

  Course withSizes(SizeSchedule newSizes) {
    return new Course(
        epochs, batch, newSizes, validationEvery, patience, checkpointEvery, seed, threads);
  }

  Course withValidationEvery(int iterations) {
    return new Course(epochs, batch, sizes, iterations, patience, checkpointEvery, seed, threads);
  }

  Course withPatience(int validations) {
    return new Course(
        epochs, batch, sizes, validationEvery, validations, checkpointEvery, seed, threads);
  }

  Course withCheckpointEvery(int iterations) {
    return new Course(epochs, batch, sizes, validationEvery, patience, iterations, seed, threads);
  }

  Course withSeed(long newSeed) {
    return new Course(
        epochs, batch, sizes, validationEvery, patience, checkpointEvery, newSeed, threads);
  }

  Course withThreads(int newThreads) {
    return new Course(
        epochs, batch, sizes, validationEvery, patience, checkpointEvery, seed, newThreads);
  }
}
