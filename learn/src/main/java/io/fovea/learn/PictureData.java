package io.fovea.learn;

import io.fovea.image.Fit;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.network.ImageInput;
import io.fovea.network.Size;
import io.fovea.tensor.FoveaException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The pictures of a datastore as a network is fed with them. It reads ahead on threads of its own
 * and keeps decoded pictures in memory as far as they fit, until it is closed. One thread at a time
 * uses it.
 */
public final class PictureData implements TrainingData, AutoCloseable {
  private final ImageDatastore datastore;
  private final Preprocessing preprocessing;
  private final ImageInput input;
  private final Augmentation augmentation;
  private final BrokenFiles brokenFiles;
  private final Consumer<FoveaException> broken;
  private final int threads;
  private Optional<Open> open = Optional.empty();

  /** A reader and what it was made for. */
  private record Open(Size size, int batch, BatchReader reader) {}

  private PictureData(
      ImageDatastore datastore,
      Preprocessing preprocessing,
      ImageInput input,
      Augmentation augmentation,
      BrokenFiles brokenFiles,
      Consumer<FoveaException> broken,
      int threads) {
    this.datastore = datastore;
    this.preprocessing = preprocessing;
    this.input = input;
    this.augmentation = augmentation;
    this.brokenFiles = brokenFiles;
    this.broken = broken;
    this.threads = threads;
  }

  /**
   * The datastore's pictures without augmentation, read by as many threads as there are processors;
   * a broken one ends the reading.
   *
   * @param input of the network: how many channels it is fed with, and at which size unless another
   *     is asked for
   */
  public static PictureData of(
      ImageDatastore datastore, Preprocessing preprocessing, ImageInput input) {
    return new PictureData(
        datastore,
        preprocessing,
        input,
        Augmentation.NONE,
        BrokenFiles.FAIL,
        any -> {},
        Runtime.getRuntime().availableProcessors());
  }

  /** The same with pictures varied so. */
  public PictureData withAugmentation(Augmentation newAugmentation) {
    return new PictureData(
        datastore, preprocessing, input, newAugmentation, brokenFiles, broken, threads);
  }

  /** The same that leaves broken files out and names each one, once for each size of pictures. */
  public PictureData skippingBroken(Consumer<FoveaException> listener) {
    return new PictureData(
        datastore, preprocessing, input, augmentation, BrokenFiles.SKIP, listener, threads);
  }

  /** The same read by so many threads, at least 1. */
  public PictureData withThreads(int newThreads) {
    return new PictureData(
        datastore, preprocessing, input, augmentation, brokenFiles, broken, newThreads);
  }

  /** The datastore. */
  public ImageDatastore datastore() {
    return datastore;
  }

  @Override
  public int items() {
    return datastore.size();
  }

  @Override
  public boolean isRandom() {
    return augmentation.isRandom();
  }

  @Override
  public String description() {
    int hash = 0;
    for (LabelledFile file : datastore.files()) {
      hash = 31 * hash + (file.file().getFileName() + "/" + file.label()).hashCode();
    }
    return "%d pictures %08x, %s, %s, augmentation %s"
        .formatted(items(), hash, input.size(), preprocessing, augmentation);
  }

  @Override
  public Batches batches(Order order) {
    var stream = reader(order).epoch(order.epoch(), order.seed(), order.shuffled(), order.first());
    return new Batches() {
      @Override
      public boolean hasNext() {
        return stream.hasNext();
      }

      @Override
      public Batch next() {
        return stream.next();
      }

      @Override
      public void release(Batch batch) {
        stream.release(batch);
      }

      @Override
      public void close() {
        stream.close();
      }
    };
  }

  private BatchReader reader(Order order) {
    Size size = order.size().orElse(input.size());
    if (open.filter(now -> now.size.equals(size) && now.batch == order.batch()).isEmpty()) {
      close();
      var reader =
          BatchReader.of(
                  datastore,
                  preprocessing(size),
                  size.height(),
                  size.width(),
                  input.channels(),
                  augmentation,
                  brokenFiles,
                  order.batch(),
                  threads)
              .withBrokenFileListener(broken);
      open = Optional.of(new Open(size, order.batch(), reader));
    }
    return open.orElseThrow().reader;
  }

  @Override
  public void release() {
    close();
  }

  /** For pictures of another size, the same part of each: the short side keeps its proportion. */
  private Preprocessing preprocessing(Size size) {
    Resize resize = preprocessing.resize();
    if (resize.fit() != Fit.CROP || size.equals(input.size())) {
      return preprocessing;
    }
    double scale =
        (double) Math.min(size.height(), size.width())
            / Math.min(input.size().height(), input.size().width());
    int shortSide = (int) Math.max(1, Math.round(resize.shortSide() * scale));
    return new Preprocessing(
        preprocessing.channelOrder(),
        Resize.crop(resize.interpolation(), shortSide),
        preprocessing.scale(),
        preprocessing.mean(),
        preprocessing.standardDeviation(),
        preprocessing.colourProfile());
  }

  /** Ends what is being read and lets go of the decoded pictures. */
  @Override
  public void close() {
    open.ifPresent(now -> now.reader.close());
    open = Optional.empty();
  }
}
