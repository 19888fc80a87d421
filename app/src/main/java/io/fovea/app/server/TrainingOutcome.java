package io.fovea.app.server;

import io.fovea.LearningCharts;
import io.fovea.Trained;
import io.fovea.learn.ConfusionMatrix;
import io.fovea.learn.Evaluation;
import io.fovea.learn.ImageDatastore;
import io.fovea.learn.LabelledFile;
import io.fovea.learn.Prediction;
import io.fovea.zoo.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What a training gave, as numbers, pictures and a file. Files are made in the training's own
 * folder when they are asked for. Any number of threads may use one at once.
 */
final class TrainingOutcome {
  private static final int MOST_WRONG = 24;

  private final String name;
  private final Trained trained;
  private final Evaluation evaluation;
  private final List<LabelledFile> heldOut;
  private final Path folder;

  private TrainingOutcome(
      String name,
      Trained trained,
      Evaluation evaluation,
      List<LabelledFile> heldOut,
      Path folder) {
    this.name = name;
    this.trained = trained;
    this.evaluation = evaluation;
    this.heldOut = heldOut;
    this.folder = folder;
  }

  /**
   * Of a training that came to its end, or was stopped.
   *
   * @param name of the network
   * @param evaluation how it does on the pictures that were held out
   * @param heldOut those
   * @param folder for its files
   */
  static TrainingOutcome of(
      String name, Trained trained, Evaluation evaluation, ImageDatastore heldOut, Path folder) {
    return new TrainingOutcome(name, trained, evaluation, heldOut.files(), folder);
  }

  /** The network under its new name. */
  Model model() {
    Model model = trained.model();
    return Model.of(model.network().withName(name), model.card().withName(name));
  }

  /** How it ended, as a sentence. */
  String sentence() {
    return trained.result().sentence();
  }

  /**
   * As the page reads it: {@code accuracy} of {@code count} pictures, {@code classes}, {@code
   * matrix} (a row for each true class, how often each class was told), {@code wrong}, {@code
   * wrongCount}.
   */
  Map<String, Object> toJson() {
    ConfusionMatrix confusion = evaluation.confusion();
    var json = new LinkedHashMap<String, Object>();
    json.put("model", name);
    json.put("sentence", sentence());
    json.put("accuracy", evaluation.top1());
    json.put("count", evaluation.count());
    json.put("classes", confusion.classes());
    json.put("matrix", matrix(confusion));
    json.put("wrongCount", evaluation.mostWrong().size());
    json.put("wrong", wrong().stream().map(this::json).toList());
    return json;
  }

  private static List<List<Integer>> matrix(ConfusionMatrix confusion) {
    int classes = confusion.classes().size();
    return IntStream.range(0, classes)
        .mapToObj(
            actual ->
                IntStream.range(0, classes)
                    .mapToObj(predicted -> confusion.count(actual, predicted))
                    .toList())
        .toList();
  }

  private List<Prediction> wrong() {
    return evaluation.mostWrong().stream().limit(MOST_WRONG).toList();
  }

  private Map<String, Object> json(Prediction prediction) {
    LabelledFile file = heldOut.get(prediction.item());
    var json = new LinkedHashMap<String, Object>();
    json.put("file", TrainingFolder.name(file.file()));
    json.put("actual", file.label());
    json.put("told", evaluation.classes().get(prediction.predicted()));
    json.put("score", prediction.probability());
    return json;
  }

  /**
   * A small PNG of one of the pictures that were told most wrong.
   *
   * @param index in {@code wrong}, from 0
   * @throws RequestException if there is none
   * @throws io.fovea.tensor.FoveaException if the picture can't be read any more
   */
  byte[] thumbnail(int index) {
    List<Prediction> wrong = wrong();
    if (index < 0 || index >= wrong.size()) {
      throw RequestException.wrong(
          "there is no wrong picture %d; there are %d, from 0".formatted(index, wrong.size()));
    }
    Path picture = heldOut.get(wrong.get(index).item()).file();
    return content(
        "%s-wrong-%d.png".formatted(name, index),
        file -> LearningCharts.thumbnail(picture).write(file));
  }

  /** The confusion chart, PNG or SVG, called after the network. */
  Download chart(boolean vector) {
    String fileName = name + (vector ? "-confusion.svg" : "-confusion.png");
    return new Download(
        fileName,
        vector ? "image/svg+xml" : "image/png",
        content(fileName, file -> LearningCharts.confusion(name, evaluation).write(file)));
  }

  /** The network as an ONNX file with its card inside. */
  Path onnx() {
    return file(name + ".onnx", trained::write);
  }

  private byte[] content(String fileName, Consumer<Path> write) {
    try {
      return Files.readAllBytes(file(fileName, write));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Written once; of two that write at once either may win, as they write the same. */
  private Path file(String fileName, Consumer<Path> write) {
    Path file = folder.resolve(fileName);
    if (!Files.exists(file)) {
      write.accept(file);
    }
    return file;
  }
}
