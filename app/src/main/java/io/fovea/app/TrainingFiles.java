package io.fovea.app;

import io.fovea.LearningCharts;
import io.fovea.image.OutputFile;
import io.fovea.learn.IterationPoint;
import io.fovea.learn.TrainingHistory;
import io.fovea.learn.ValidationPoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files that a training leaves beside the network.
 *
 * @param folder holds the checkpoint and training.csv
 * @param plot the training's plot, where one is wanted
 * @param title stands above it
 */
record TrainingFiles(Path folder, Optional<Path> plot, String title) {
  /** The state that a training goes on from. */
  Path checkpoint() {
    return folder.resolve("training.checkpoint");
  }

  /** Makes the folder; refuses to write over the state of a training that isn't done. */
  void prepare() {
    try {
      Files.createDirectories(folder);
      if (Files.exists(checkpoint())) {
        throw new CommandException(
            checkpoint()
                + ": a training that isn't done left its state here; go on with --resume, or"
                + " delete the file");
      }
    } catch (IOException e) {
      throw new CommandException(
          folder + ": the folder can't be made; choose another with --checkpoints", e);
    }
  }

  /** Writes log and plot of what there is so far. */
  void write(TrainingHistory history) {
    byte[] csv = csv(history).getBytes(StandardCharsets.UTF_8);
    OutputFile.write(folder.resolve("training.csv"), out -> out.write(csv));
    if (plot.isPresent() && !history.iterations().isEmpty()) {
      LearningCharts.plot(title, history).write(plot.get());
    }
  }

  /** Deletes the state of a training that is done. */
  void removeCheckpoint() {
    try {
      Files.deleteIfExists(checkpoint());
    } catch (IOException e) {
      throw new CommandException(checkpoint() + ": the file can't be deleted; delete it", e);
    }
  }

  /** A line an iteration, with the validation that followed it, if any. */
  private static String csv(TrainingHistory history) {
    Map<Long, ValidationPoint> validations = new HashMap<>();
    history.validations().forEach(point -> validations.put(point.iteration(), point));
    var csv = new StringBuilder();
    csv.append(
        Csv.line(
            "epoch",
            "iteration",
            "seconds",
            "rate",
            "loss",
            "accuracy",
            "validation loss",
            "validation accuracy"));
    for (IterationPoint point : history.iterations()) {
      Optional<ValidationPoint> judged = Optional.ofNullable(validations.get(point.iteration()));
      csv.append('\n')
          .append(
              Csv.line(
                  point.epoch(),
                  point.iteration(),
                  (float) point.seconds(),
                  (float) point.rate(),
                  (float) point.loss(),
                  (float) point.accuracy(),
                  judged.map(each -> String.valueOf((float) each.loss())).orElse(""),
                  judged.map(each -> String.valueOf((float) each.accuracy())).orElse("")));
    }
    return csv.append('\n').toString();
  }
}
