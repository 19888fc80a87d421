package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.image.ChannelOrder;
import io.fovea.image.ColourProfile;
import io.fovea.image.ImageException;
import io.fovea.image.Interpolation;
import io.fovea.image.PictureReader;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.tensor.FoveaException;
import io.fovea.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchReaderTest {
  private static final Augmentation ALL =
      Augmentation.parse("standard,translate=2,shear=5,erase=0.25");
  private static final Preprocessing PREPROCESSING =
      preprocessing(ChannelOrder.RGB, 1 / 255f, List.of(0.5f, 0.4f, 0.3f), List.of(0.2f));

  @TempDir Path root;

  private static Preprocessing preprocessing(
      ChannelOrder order, float scale, List<Float> mean, List<Float> deviation) {
    return new Preprocessing(
        order,
        Resize.crop(Interpolation.PIL_BILINEAR, 8),
        scale,
        mean,
        deviation,
        ColourProfile.IGNORE);
  }

  private ImageDatastore antsAndBees() {
    DrawnPictures.folder(root, "ants", 6);
    DrawnPictures.folder(root, "bees", 5);
    return ImageDatastore.of(root);
  }

  private static BatchReader reader(
      ImageDatastore datastore, Augmentation augmentation, BrokenFiles broken, int threads) {
    return BatchReader.of(datastore, PREPROCESSING, 7, 7, 3, augmentation, broken, 4, threads);
  }

  private static List<Batch> batches(BatchStream stream) {
    var batches = new ArrayList<Batch>();
    try (stream) {
      stream.forEachRemaining(batches::add);
    }
    return batches;
  }

  private static List<Integer> items(List<Batch> batches) {
    return batches.stream().flatMap(batch -> Arrays.stream(batch.items()).boxed()).toList();
  }

  private static void assertSame(List<Batch> batches, List<Batch> expected) {
    assertThat(batches).hasSameSizeAs(expected);
    for (int number = 0; number < batches.size(); number++) {
      assertThat(batches.get(number).input()).isEqualTo(expected.get(number).input());
      assertThat(batches.get(number).labels()).isEqualTo(expected.get(number).labels());
      assertThat(batches.get(number).items()).isEqualTo(expected.get(number).items());
    }
  }

  @Test
  void evaluationReadsAllInOrderAndItsLastBatchIsSmaller() {
    try (var reader = reader(antsAndBees(), Augmentation.NONE, BrokenFiles.FAIL, 2)) {
      var batches = batches(reader.epoch(0, 1, false));
      assertThat(batches).extracting(Batch::size).containsExactly(4, 4, 3);
      assertThat(items(batches)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
      assertThat(batches.get(1).labels()).containsExactly(0, 0, 1, 1);
      assertThat(batches.get(2).input().shape()).isEqualTo(Shape.of(3, 3, 7, 7));
    }
  }

  @Test
  void evaluationFeedsWhatThePreprocessingGives() {
    var datastore = antsAndBees();
    var third = PictureReader.read(datastore.files().get(2).file());
    try (var reader = reader(datastore, Augmentation.NONE, BrokenFiles.FAIL, 1)) {
      assertThat(reader.epoch(0, 1, false).next().input().item(2))
          .isEqualTo(PREPROCESSING.apply(third, 7, 7, 3));
    }
  }

  @Test
  void trainingIsShuffledAndDropsTheLastBatchThatIsNotWhole() {
    try (var reader = reader(antsAndBees(), Augmentation.NONE, BrokenFiles.FAIL, 2)) {
      assertThat(reader.batches(true)).isEqualTo(2);
      var first = items(batches(reader.epoch(0, 1, true)));
      var second = items(batches(reader.epoch(1, 1, true)));
      assertThat(first).hasSize(8).doesNotHaveDuplicates().isNotEqualTo(second);
      assertThat(items(batches(reader.epoch(0, 2, true)))).isNotEqualTo(first);
    }
  }

  @Test
  void theOnlyBatchIsKeptThoughItIsNotWhole() {
    DrawnPictures.folder(root, "ants", 3);
    try (var reader = reader(ImageDatastore.of(root), Augmentation.NONE, BrokenFiles.FAIL, 2)) {
      assertThat(batches(reader.epoch(0, 1, true))).extracting(Batch::size).containsExactly(3);
    }
  }

  @Test
  void batchesAreTheSameWhateverTheNumberOfThreads() {
    var datastore = antsAndBees();
    try (var one = reader(datastore, ALL, BrokenFiles.FAIL, 1);
        var four = reader(datastore, ALL, BrokenFiles.FAIL, 4)) {
      for (int epoch = 0; epoch < 3; epoch++) {
        assertSame(batches(four.epoch(epoch, 7, true)), batches(one.epoch(epoch, 7, true)));
      }
    }
  }

  @Test
  void batchesAreTheSameWhateverIsKeptInMemory() {
    var datastore = antsAndBees();
    try (var all = reader(datastore, ALL, BrokenFiles.FAIL, 2);
        var some = reader(datastore, ALL, BrokenFiles.FAIL, 2).withMemory(1000);
        var none = reader(datastore, ALL, BrokenFiles.FAIL, 2).withMemory(0)) {
      batches(all.epoch(0, 7, true));
      var expected = batches(all.epoch(1, 7, true));
      assertSame(batches(some.epoch(1, 7, true)), expected);
      assertSame(batches(none.epoch(1, 7, true)), expected);
    }
  }

  @Test
  void aReleasedBatchServesALaterOne() {
    try (var reader = reader(antsAndBees(), ALL, BrokenFiles.FAIL, 2)) {
      var expected = batches(reader.epoch(5, 7, true));
      for (int epoch = 0; epoch < 5; epoch++) {
        try (var stream = reader.epoch(epoch, 7, true)) {
          while (stream.hasNext()) {
            stream.release(stream.next());
          }
        }
      }
      assertSame(batches(reader.epoch(5, 7, true)), expected);
    }
  }

  @Test
  void anEpochGoesOnFromAnyBatch() {
    try (var reader = reader(antsAndBees(), ALL, BrokenFiles.FAIL, 2)) {
      var whole = batches(reader.epoch(3, 7, true));
      assertSame(batches(reader.epoch(3, 7, true, 1)), whole.subList(1, 2));
      assertThat(batches(reader.epoch(3, 7, true, 2))).isEmpty();
    }
  }

  @Test
  void aBatchBeyondTheEpochIsRefused() {
    try (var reader = reader(antsAndBees(), ALL, BrokenFiles.FAIL, 2)) {
      assertThatThrownBy(() -> reader.epoch(0, 7, true, 3))
          .isInstanceOf(DatastoreException.class)
          .hasMessage("the epoch has 2 batches, so reading can't go on after 3");
    }
  }

  @Test
  void laterEpochsReadNoFile() throws IOException {
    var datastore = antsAndBees();
    try (var reader = reader(datastore, Augmentation.NONE, BrokenFiles.FAIL, 2)) {
      var first = batches(reader.epoch(0, 1, false));
      for (var file : datastore.files()) {
        Files.delete(file.file());
      }
      assertSame(batches(reader.epoch(1, 1, false)), first);
    }
  }

  @Test
  void aVariantIsNormalizedInTheNetworksChannelOrder() {
    // One colour: whatever part is taken, it stays. Fed is (sample - mean) of blue, green, red.
    DrawnPictures.write(root, "ants/one.png", DrawnPictures.flat(20, 20, 200, 100, 50));
    var caffe = preprocessing(ChannelOrder.BGR, 1, List.of(10f, 20f, 30f), List.of(2f));
    try (var reader =
        BatchReader.of(
            ImageDatastore.of(root),
            caffe,
            2,
            1,
            3,
            Augmentation.NONE.withCrop(0.5, 1).withHorizontalFlip(),
            BrokenFiles.FAIL,
            1,
            1)) {
      assertThat(reader.epoch(0, 1, true).next().input().toArray())
          .containsExactly(20, 20, 40, 40, 85, 85);
    }
  }

  @Test
  void aGrayPictureIsRepeatedForANetworkOfThreeChannels() {
    DrawnPictures.write(root, "ants/one.png", DrawnPictures.flat(9, 9, 70, 70, 70).toGray());
    var plain = preprocessing(ChannelOrder.RGB, 1, List.of(), List.of());
    for (var augmentation : List.of(Augmentation.NONE, Augmentation.NONE.withHorizontalFlip())) {
      try (var reader =
          BatchReader.of(
              ImageDatastore.of(root), plain, 1, 1, 3, augmentation, BrokenFiles.FAIL, 1, 1)) {
        assertThat(reader.epoch(0, 1, true).next().input().toArray()).containsExactly(70, 70, 70);
      }
    }
  }

  @Test
  void aNetworkOfOneChannelGetsLuma() {
    DrawnPictures.write(root, "ants/one.png", DrawnPictures.flat(9, 9, 255, 0, 0));
    var plain = preprocessing(ChannelOrder.GRAY, 1, List.of(), List.of());
    try (var reader =
        BatchReader.of(
            ImageDatastore.of(root),
            plain,
            1,
            1,
            1,
            Augmentation.NONE.withHorizontalFlip(),
            BrokenFiles.FAIL,
            1,
            1)) {
      assertThat(reader.epoch(0, 1, true).next().input().toArray()).containsExactly(76);
    }
  }

  @Test
  void aBrokenFileIsNamedByTheOriginalException() {
    DrawnPictures.folder(root, "ants", 3);
    var broken = DrawnPictures.writeBroken(root, "ants/2.png");
    try (var reader = reader(ImageDatastore.of(root), Augmentation.NONE, BrokenFiles.FAIL, 2)) {
      var stream = reader.epoch(0, 1, true);
      assertThatThrownBy(stream::next)
          .isInstanceOf(ImageException.class)
          .hasMessageStartingWith(broken + ": the file isn't a picture that is read");
      assertThat(stream.hasNext()).isFalse();
    }
  }

  @Test
  void evaluationLeavesABrokenFileOutAndNamesItOnce() {
    var named = new ArrayList<FoveaException>();
    antsAndBees();
    var broken = DrawnPictures.writeBroken(root, "ants/1.png");
    try (var reader =
        reader(ImageDatastore.of(root), Augmentation.NONE, BrokenFiles.SKIP, 2)
            .withBrokenFileListener(named::add)) {
      for (int epoch = 0; epoch < 2; epoch++) {
        var batches = batches(reader.epoch(epoch, 1, false));
        assertThat(items(batches)).containsExactly(0, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(batches).extracting(Batch::size).containsExactly(3, 4, 3);
      }
    }
    assertThat(named)
        .singleElement()
        .satisfies(one -> assertThat(one).hasMessageContaining(broken.toString()));
  }

  @Test
  void trainingTakesAnotherPictureForABrokenOne() {
    antsAndBees();
    DrawnPictures.writeBroken(root, "ants/1.png");
    DrawnPictures.writeBroken(root, "bees/3.png");
    var datastore = ImageDatastore.of(root);
    try (var one = reader(datastore, ALL, BrokenFiles.SKIP, 1);
        var four = reader(datastore, ALL, BrokenFiles.SKIP, 4)) {
      var batches = batches(one.epoch(0, 1, true));
      assertThat(items(batches)).hasSize(8).doesNotContain(1, 9);
      assertSame(batches(four.epoch(0, 1, true)), batches);
    }
  }

  @Test
  void nothingButBrokenFilesIsAnError() {
    DrawnPictures.writeBroken(root, "ants/1.png");
    DrawnPictures.writeBroken(root, "ants/2.png");
    try (var reader = reader(ImageDatastore.of(root), Augmentation.NONE, BrokenFiles.SKIP, 2)) {
      assertThatThrownBy(() -> reader.epoch(0, 1, false).next())
          .isInstanceOf(DatastoreException.class)
          .hasMessage(
              "none of the 2 files of the datastore is a whole picture; name another folder");
      assertThatThrownBy(() -> reader.epoch(0, 1, true).next())
          .isInstanceOf(DatastoreException.class)
          .hasMessageStartingWith(
              "none of the 2 files of the datastore is a whole picture; the first says: ");
    }
  }

  @Test
  void closingEndsAllThreads() {
    var reader = reader(antsAndBees(), ALL, BrokenFiles.FAIL, 3);
    var untouched = reader.epoch(0, 1, true);
    var begun = reader.epoch(1, 1, true);
    begun.next();
    reader.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("fovea-reader-"));
    assertThatThrownBy(untouched::next).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> reader.epoch(2, 1, true))
        .isInstanceOf(DatastoreException.class)
        .hasMessage("the batch reader is closed; make another");
  }

  @Test
  void anInterruptedThreadStopsWaiting() {
    try (var reader = reader(antsAndBees(), ALL, BrokenFiles.FAIL, 1)) {
      var stream = reader.epoch(0, 1, true);
      Thread.currentThread().interrupt();
      assertThatThrownBy(stream::next)
          .isInstanceOf(DatastoreException.class)
          .hasMessage("reading pictures was interrupted before the epoch's end");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void anEmptyHalfOfASplitIsRefused() {
    DrawnPictures.folder(root, "ants", 3);
    var nothing = ImageDatastore.of(root).splitEachLabel(0.1).first();
    assertThatThrownBy(() -> reader(nothing, ALL, BrokenFiles.FAIL, 1))
        .isInstanceOf(DatastoreException.class)
        .hasMessage("there is no picture in the datastore to read; split it at another fraction");
  }
}
