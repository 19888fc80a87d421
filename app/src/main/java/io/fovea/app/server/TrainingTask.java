package io.fovea.app.server;

import io.fovea.Kept;
import io.fovea.Training;
import io.fovea.learn.ImageDatastore;
import io.fovea.learn.LabelledFile;
import io.fovea.learn.TrainingOptions;
import io.fovea.learn.TransferLearning;
import io.fovea.zoo.Model;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a training was asked to do, made ready to be done.
 *
 * @param training to be run
 * @param heldOut the pictures that judge it
 */
record TrainingTask(Training training, ImageDatastore heldOut) {
  /**
   * Reads the folder, and finds the rate where none was chosen.
   *
   * @param start the model that is taught anew; empty from scratch
   * @param name of the network that comes out
   * @param threads how many compute, at least 1
   * @throws io.fovea.tensor.FoveaException if the folder or the network can't be used for this
   */
  static TrainingTask of(
      TrainingSettings settings, Folders folders, Optional<Model> start, String name, int threads) {
    Path folder = folders.resolve(settings.folder());
    ImageDatastore all = ImageDatastore.of(folder).requireTwoClasses();
    all.files().forEach(file -> requireInside(file, folders));
    ImageDatastore.Split split = split(all, settings);
    Training training =
        start
            .map(model -> transfer(model, split.first(), settings, threads))
            .orElseGet(() -> fromScratch(split.first(), settings, threads))
            .withValidation(split.second())
            .withKept(settings.kept())
            .skippingBroken();
    if (settings.augmentation().isPresent()) {
      training = training.withAugmentation(settings.augmentation().get());
    }
    String dataset = TrainingFolder.name(folder);
    String recipe = recipe(settings, dataset, name, training);
    return new TrainingTask(training.withProvenance(dataset, "", recipe), split.second());
  }

  private static void requireInside(LabelledFile file, Folders folders) {
    if (!folders.hold(file.file())) {
      throw RequestException.wrong(
          file.file()
              + ": this links to a place outside of the folders allowed at start; allow that one"
              + " too with --folder, or take the link away");
    }
  }

  private static ImageDatastore.Split split(ImageDatastore all, TrainingSettings settings) {
    ImageDatastore.Split split = all.splitEachLabel(share(settings), settings.seed());
    for (Map.Entry<String, Integer> each : split.first().countEachLabel().entrySet()) {
      if (each.getValue() == 0) {
        throw RequestException.wrong(
            each.getKey()
                + ": this class has 1 picture, but one to learn from and one to judge by are needed;"
                + " add pictures, or take its folder away");
      }
    }
    return split;
  }

  /** What is learned from, without the last digits of a subtraction. */
  private static double share(TrainingSettings settings) {
    return Math.round((1 - settings.validation()) * 1e4) / 1e4;
  }

  private static Training transfer(
      Model model, ImageDatastore pictures, TrainingSettings settings, int threads) {
    TrainingOptions options =
        settings.over(TransferLearning.options(model.network())).withThreads(threads);
    if (settings.rate().isEmpty()) {
      options = options.withRate(Training.rate(model, pictures, threads));
    }
    return Training.transfer(model, pictures, options);
  }

  private static Training fromScratch(
      ImageDatastore pictures, TrainingSettings settings, int threads) {
    TrainingOptions options = settings.over(TrainingOptions.fromScratch()).withThreads(threads);
    return Training.fromScratch(settings.network(), pictures, options);
  }

  /** The command that gives the same network. */
  private static String recipe(
      TrainingSettings settings, String dataset, String name, Training training) {
    return "fovea train -o %s --split %s%s %s%s --skip-broken %s"
        .formatted(
            Quoted.shell(name + ".onnx"),
            share(settings),
            settings.scratch() ? " --from-scratch" : "",
            training.words(),
            settings.kept() == Kept.LAST ? " --keep last" : "",
            Quoted.operands(settings.network(), dataset));
  }
}
