package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.ChannelOrder;
import io.fovea.image.ColourProfile;
import io.fovea.image.Interpolation;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.network.ImageInput;
import io.fovea.network.Size;
import io.fovea.tensor.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Noise of two classes, ten pictures each. */
class PictureDataTest {
  private static final Preprocessing PREPROCESSING =
      new Preprocessing(
          ChannelOrder.GRAY,
          Resize.crop(Interpolation.PIL_BILINEAR, 8),
          1 / 255f,
          List.of(0.5f),
          List.of(0.2f),
          ColourProfile.IGNORE);

  @TempDir private Path root;
  private Path pictures;

  @BeforeEach
  void draw() {
    pictures = root.resolve("pictures");
    DrawnPictures.folder(pictures, "ants", 10);
    DrawnPictures.folder(pictures, "bees", 10);
  }

  @Test
  void batchesComeInTheNetworksSizeOrAnother() {
    try (var data = data()) {
      assertThat(first(data, Order.plain(4))).isEqualTo(Shape.of(4, 1, 8, 8));
      assertThat(first(data, Order.plain(4).withSize(Optional.of(Size.of(6, 7)))))
          .isEqualTo(Shape.of(4, 1, 6, 7));
    }
  }

  @Test
  void aResumedTrainingOnGrowingAugmentedPicturesGivesTheSameNetwork() {
    var options =
        TrainingOptions.fromScratch()
            .withEpochs(3)
            .withBatch(4)
            .withThreads(1)
            .withSizes(SizeSchedule.parse("6@0,8@2"));
    Path file = root.resolve("checkpoint.fovea");
    var whole = train(Trainer.of(Patterns.network(1), options));

    var holder = new Trainer[1];
    holder[0] =
        Trainer.of(Patterns.network(1), options)
            .withCheckpoint(file)
            .withListener(
                new TrainingListener() {
                  @Override
                  public void iteration(IterationPoint point) {
                    if (point.iteration() == 8) {
                      holder[0].requestStop();
                    }
                  }
                });
    assertThat(train(holder[0]).outcome()).isEqualTo(Outcome.STOPPED);
    try (var data = augmented()) {
      var resumed = Trainer.of(Patterns.network(1), options).withCheckpoint(file).resume(data);

      assertThat(TrainerTest.parameters(resumed.network()))
          .isEqualTo(TrainerTest.parameters(whole.network()));
    }
  }

  @Test
  void aBrokenPictureIsNamedAndLeftOut() {
    DrawnPictures.writeBroken(pictures, "bees/broken.png");
    List<String> broken = new ArrayList<>();

    try (var data = data().skippingBroken(fault -> broken.add(fault.getMessage()))) {
      var evaluation = Evaluation.of(Patterns.network(1), data, 4, 1);

      assertThat(evaluation.count()).isEqualTo(20);
    }
    assertThat(broken).hasSize(1);
    assertThat(broken.get(0)).contains("broken.png");
  }

  @Test
  void theDescriptionTellsAugmentedPicturesFromOthers() {
    try (var plain = data();
        var varied = augmented()) {
      assertThat(plain.description()).startsWith("20 pictures ").endsWith("augmentation none");
      assertThat(varied.description()).isNotEqualTo(plain.description());
      assertThat(varied.isRandom()).isTrue();
    }
  }

  private PictureData data() {
    return PictureData.of(
        ImageDatastore.of(pictures), PREPROCESSING, ImageInput.of("data", 8, 8, 1));
  }

  private PictureData augmented() {
    return data().withAugmentation(Augmentation.parse("flip,crop=0.5:1")).withThreads(1);
  }

  private TrainingResult train(Trainer trainer) {
    try (var data = augmented()) {
      return trainer.train(data);
    }
  }

  private static Shape first(TrainingData data, Order order) {
    try (var batches = data.batches(order)) {
      return batches.next().input().shape();
    }
  }
}
