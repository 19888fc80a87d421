package io.fovea.bench;

import io.fovea.image.ChannelOrder;
import io.fovea.image.ColourProfile;
import io.fovea.image.Interpolation;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.learn.Augmentation;
import io.fovea.learn.Batch;
import io.fovea.learn.Batches;
import io.fovea.learn.ImageDatastore;
import io.fovea.learn.Order;
import io.fovea.learn.PictureData;
import io.fovea.learn.Trainer;
import io.fovea.learn.TrainingData;
import io.fovea.learn.TrainingOptions;
import io.fovea.learn.TransferLearning;
import io.fovea.network.ImageInput;
import io.fovea.network.Initializer;
import io.fovea.network.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Fovea: an epoch of training all layers on pictures that are read, decoded and varied meanwhile,
 * and the same on what lies in memory ready to be learned from.
 */
final class TrainingEpoch implements Candidate {
  static final String FROM_FILES = "from JPEG files";
  static final String FROM_MEMORY = "from memory";

  private static final int BATCH = 32;
  private static final int BATCHES = 8;
  private static final int SHORT_SIDE = 256;

  private final String name;
  private final Network network;
  private final TrainingOptions options;
  private final PictureData files;
  private final Optional<TrainingData> memory;

  private TrainingEpoch(
      String name,
      Network network,
      TrainingOptions options,
      PictureData files,
      Optional<TrainingData> memory) {
    this.name = name;
    this.network = network;
    this.options = options;
    this.files = files;
    this.memory = memory;
  }

  /** Both, the one from files first. */
  static List<Candidate> candidates(Model model, Path folder, int threads) {
    ImageDatastore all = ImageDatastore.of(folder);
    int each = Math.max(1, BATCH * BATCHES / all.classes().size() + 1);
    ImageDatastore some = all.splitEachLabel(each).first();
    Network network = TransferLearning.newHead(model.network(), all.classes(), Initializer.HE, 1);
    TrainingOptions options =
        TrainingOptions.standard().withEpochs(1).withBatch(BATCH).withThreads(threads);
    PictureData files = pictures(some, network.imageInputs().get(0), threads);
    return List.of(
        new TrainingEpoch(FROM_FILES, network, options, files, Optional.empty()),
        new TrainingEpoch(FROM_MEMORY, network, options, files, Optional.of(ready(files))));
  }

  private static PictureData pictures(ImageDatastore datastore, ImageInput input, int threads) {
    var preprocessing =
        new Preprocessing(
            ChannelOrder.RGB,
            Resize.crop(Interpolation.PIL_BILINEAR, SHORT_SIDE),
            1 / 255f,
            List.of(0.485f, 0.456f, 0.406f),
            List.of(0.229f, 0.224f, 0.225f),
            ColourProfile.IGNORE);
    return PictureData.of(datastore, preprocessing, input)
        .withAugmentation(Augmentation.standard())
        .withThreads(threads);
  }

  private static TrainingData ready(PictureData files) {
    try (Batches batches = files.batches(Order.plain(files.items()))) {
      Batch all = batches.next();
      return TrainingData.of(all.input(), all.labels());
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public float[] run() {
    try (files) {
      Trainer.of(network, options).train(memory.orElse(files));
    }
    return new float[0];
  }
}
