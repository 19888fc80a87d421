package io.fovea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.image.Picture;
import io.fovea.learn.Evaluation;
import io.fovea.learn.ImageDatastore;
import io.fovea.learn.IterationPoint;
import io.fovea.learn.Prediction;
import io.fovea.learn.TrainingHistory;
import io.fovea.learn.ValidationPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningChartsTest {
  private static final List<String> CLASSES = List.of("black", "white");

  @TempDir private Path folder;

  @Test
  void thePicturesToldMostWrongAreTiledTheSurestFirst() throws IOException {
    write("black", 0);
    write("white", 255);
    var evaluation =
        new Evaluation(
            CLASSES, List.of(new Prediction(0, 0, 1, 0.6, 2), new Prediction(1, 1, 0, 0.9, 2)));

    Picture wrong = LearningCharts.mostWrong(ImageDatastore.of(folder), evaluation, 25);

    assertThat(wrong.height()).isEqualTo(160);
    assertThat(wrong.width()).isEqualTo(320);
    assertThat(wrong.sample(80, 80, 0)).isEqualTo(255);
    assertThat(wrong.sample(80, 240, 0)).isZero();
  }

  @Test
  void whereAllIsRightThereIsNothingToShow() throws IOException {
    write("black", 0);
    var evaluation = new Evaluation(CLASSES, List.of(new Prediction(0, 0, 0, 0.9, 1)));

    assertThatThrownBy(() -> LearningCharts.mostWrong(ImageDatastore.of(folder), evaluation, 25))
        .isInstanceOf(NetException.class)
        .hasMessageContaining("0 of the pictures are told wrong");
  }

  @Test
  void aHistoryBecomesAPlot() {
    var history =
        new TrainingHistory(
            List.of(new IterationPoint(1, 1, 0.7, 0.5, 0.1, 4, 1)),
            List.of(new ValidationPoint(1, 1, 0.6, 0.75, true)));

    var plot = LearningCharts.plot("a title", history);

    assertThat(plot.points()).hasSize(1);
    assertThat(plot.validations().get(0).accuracy()).isEqualTo(0.75);
  }

  private void write(String label, int gray) throws IOException {
    var samples = new byte[9];
    Arrays.fill(samples, (byte) gray);
    Picture.of(3, 3, 1, samples)
        .write(Files.createDirectory(folder.resolve(label)).resolve("one.png"));
  }
}
