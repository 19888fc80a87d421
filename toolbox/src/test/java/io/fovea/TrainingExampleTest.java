package io.fovea;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.PictureReader;
import io.fovea.image.Scale;
import io.fovea.learn.ImageDatastore;
import io.fovea.tensor.Shape;
import io.fovea.testing.SharedData;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/training.md, as they stand there. */
class TrainingExampleTest {
  @TempDir private Path folder;

  @Test
  void aPersonTeachesANetworkAndLooksAtWhatItGoesBy() {
    String squeezenet = SharedData.require("models/squeezenet").toString();
    Path merch = SharedData.require("data/merch");
    Path taught = folder.resolve("merch.onnx");

    var pictures = ImageDatastore.of(merch).splitEachLabel(0.7, 1);
    assertThat(pictures.first().countEachLabel()).hasSize(5).containsEntry("MathWorks Cap", 10);
    try (var net = Fovea.load(squeezenet)) {
      var trained =
          Training.transfer(net.model(), pictures.first()).withValidation(pictures.second()).run();
      trained.write(taught);
      LearningCharts.plot("squeezenet on merch", trained.result().history())
          .write(folder.resolve("merch.png"));
      var judged = trained.evaluation().orElseThrow();
      assertThat(judged.top1()).isGreaterThanOrEqualTo(0.95);
      LearningCharts.confusion("held out", judged).write(folder.resolve("confusion.png"));
    }

    try (var net = Fovea.load(taught.toString())) {
      var cap = Input.of(pictures.second().files().get(0).file());
      assertThat(net.classify(cap).best().label()).isEqualTo("MathWorks Cap");
      int best = net.classify(cap).best().index();
      var by = net.gradients(cap, "pool10", best, List.of("data", "fire9-concat"));
      by.get("data").montage(Scale.symmetric()).write(folder.resolve("gradient.png"));

      assertThat(by.get("fire9-concat").shape()).isEqualTo(Shape.of(1, 512, 14, 14));
      assertThat(PictureReader.read(folder.resolve("gradient.png")).height()).isEqualTo(2 * 227);
    }
  }
}
