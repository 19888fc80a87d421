package io.fovea;

import io.fovea.chart.ConfusionChart;
import io.fovea.chart.TrainingPlot;
import io.fovea.image.Interpolation;
import io.fovea.image.Picture;
import io.fovea.image.PictureReader;
import io.fovea.learn.ConfusionMatrix;
import io.fovea.learn.Evaluation;
import io.fovea.learn.ImageDatastore;
import io.fovea.learn.Prediction;
import io.fovea.learn.TrainingHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a training and an evaluation look like. */
public final class LearningCharts {
  private static final int TILE = 160;

  private LearningCharts() {}

  /**
   * Accuracy and loss over the iterations of a training.
   *
   * @param title stands above
   * @param history of at least one iteration
   */
  public static TrainingPlot plot(String title, TrainingHistory history) {
    return TrainingPlot.of(
        title,
        history.iterations().stream()
            .map(
                point ->
                    new TrainingPlot.Point(
                        Math.toIntExact(point.iteration()),
                        point.epoch(),
                        point.loss(),
                        point.accuracy()))
            .toList(),
        history.validations().stream()
            .map(
                point ->
                    new TrainingPlot.ValidationPoint(
                        Math.toIntExact(point.iteration()), point.loss(), point.accuracy()))
            .toList());
  }

  /**
   * Which classes were taken for which.
   *
   * @param title stands above
   */
  public static ConfusionChart confusion(String title, Evaluation evaluation) {
    ConfusionMatrix matrix = evaluation.confusion();
    int classes = matrix.classes().size();
    var counts = new int[classes][classes];
    for (int actual = 0; actual < classes; actual++) {
      for (int predicted = 0; predicted < classes; predicted++) {
        counts[actual][predicted] = matrix.count(actual, predicted);
      }
    }
    return ConfusionChart.of(title, matrix.classes(), counts);
  }

  /**
   * The pictures that a network tells most wrong, those first that it was surest of: tiles of 160 ×
   * 160 with the middle of each, row by row.
   *
   * @param pictures what was evaluated
   * @param count how many at most, at least 1
   * @throws NetException if it tells none wrong, or fewer than 1 are wanted
   * @throws io.fovea.tensor.FoveaException if a picture can't be read
   */
  public static Picture mostWrong(ImageDatastore pictures, Evaluation evaluation, int count) {
    List<Prediction> wrong = evaluation.mostWrong();
    if (wrong.isEmpty() || count < 1) {
      throw new NetException(
          "there is nothing to show: %d of the pictures are told wrong, and %d are wanted"
              .formatted(wrong.size(), count));
    }
    var tiles = new ArrayList<Picture>();
    for (Prediction each : wrong.subList(0, Math.min(count, wrong.size()))) {
      tiles.add(thumbnail(pictures.files().get(each.item()).file()));
    }
    return tiled(tiles);
  }

  /**
   * The middle of a picture, 160 × 160 × 3.
   *
   * @throws io.fovea.tensor.FoveaException if it can't be read
   */
  public static Picture thumbnail(Path file) {
    Picture picture = PictureReader.read(file).toRgb();
    int side = Math.min(picture.height(), picture.width());
    Picture middle =
        picture.crop((picture.height() - side) / 2, (picture.width() - side) / 2, side, side);
    return Interpolation.PIL_BILINEAR.resize(middle, TILE, TILE);
  }

  private static Picture tiled(List<Picture> tiles) {
    int columns = (int) Math.ceil(Math.sqrt(tiles.size()));
    int rows = (tiles.size() + columns - 1) / columns;
    int line = 3 * TILE;
    var samples = new byte[rows * TILE * columns * line];
    for (int i = 0; i < tiles.size(); i++) {
      byte[] tile = tiles.get(i).toBytes();
      for (int row = 0; row < TILE; row++) {
        int to = ((i / columns * TILE + row) * columns + i % columns) * line;
        System.arraycopy(tile, row * line, samples, to, line);
      }
    }
    return Picture.of(rows * TILE, columns * TILE, 3, samples);
  }
}
