package io.fovea.app;

import io.fovea.learn.ImageDatastore;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a network learns from and what judges it.
 *
 * @param training what it learns from
 * @param validation what judges it meanwhile
 */
record TrainingPictures(ImageDatastore training, Optional<ImageDatastore> validation) {
  /**
   * A folder for each, or one that is split at random.
   *
   * @param share of each class's pictures that is learned from, where there is one folder
   */
  static TrainingPictures of(Path folder, Optional<Path> validation, double share, long seed) {
    ImageDatastore all = ImageDatastore.at(folder).requireTwoClasses();
    if (validation.isPresent()) {
      return new TrainingPictures(all, validation.map(ImageDatastore::at));
    }
    if (share == 1) {
      return new TrainingPictures(all, Optional.empty());
    }
    ImageDatastore.Split split = all.splitEachLabel(share, seed);
    return new TrainingPictures(split.first(), Optional.of(split.second()));
  }
}
