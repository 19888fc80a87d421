package io.fovea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fovea.image.SampleInput;
import io.fovea.learn.ImageDatastore;
import io.fovea.testing.SharedData;
import io.fovea.zoo.Models;
import org.junit.jupiter.api.Test;

/** What the network that Fovea brings along is, and what its card says of it. */
class BundledNetworkTest {
  private static final String NAME = "squeezenet-caltech101";

  @Test
  void itIsSqueezeNetFor101Classes() {
    try (var net = Net.of(Models.ofEnvironment().open(NAME))) {
      assertThat(net.network().layers()).hasSize(68);
      assertThat(net.classes()).hasSize(101).contains("Faces", "airplanes");
      assertThat(net.card().training())
          .hasValueSatisfying(
              training -> {
                assertThat(training.recipe()).startsWith("fovea train squeezenet-bn caltech101");
                assertThat(training.classAccuracy()).hasSize(101);
              });
    }
  }

  @Test
  void itTakesTheDrawnFaceForAFace() {
    try (var net = Net.of(Models.ofEnvironment().open(NAME))) {
      assertThat(net.classify(SampleInput.FACE.picture()).top(2))
          .extracting(Prediction::label)
          .contains("Faces");
    }
  }

  @Test
  void itsCardTellsItsAccuracyOnThePicturesHeldOut() { // the split of its recipe: 0.8, seed 1
    var pictures = ImageDatastore.of(SharedData.require("data/caltech101"));
    try (var net = Net.of(Models.ofEnvironment().open(NAME))) {
      double told = net.card().training().orElseThrow().accuracy().orElseThrow();

      var evaluation = net.evaluate(pictures.splitEachLabel(0.8, 1).second());

      assertThat(evaluation.count()).isEqualTo(1770);
      assertThat(evaluation.top1()).isCloseTo(told, within(0.005)); // the weights were rounded
    }
  }
}
