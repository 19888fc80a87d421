package io.fovea;

import static io.fovea.Fovea.mat2gray;
import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.PictureReader;
import io.fovea.testing.SharedData;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library's first example, as the documentation shows it. */
class ExampleTest {
  @TempDir private Path folder;

  @Test
  void aPersonSeesIntoANetworkInFiveLines() {
    String squeezenet = SharedData.require("models/squeezenet").toString();
    Path face = SharedData.require("data/photos/pytorch-dog.jpg");
    Path png = folder.resolve("conv1.png");

    try (var net = Fovea.load(squeezenet)) {
      System.out.println(net.analyze());
      var act = net.activations(face, "conv1"); // 113 × 113 × 64
      act.montage(mat2gray()).write(png);
      System.out.println(net.classify(face).top(5));

      assertThat(net.analyze().totals().layers()).isEqualTo(68);
      assertThat(PictureReader.read(png).width()).isEqualTo(8 * 113);
      assertThat(net.classify(face).top(5)).hasSize(5);
    }
  }
}
