package io.fovea.learn;

import io.fovea.image.Preprocessing;
import io.fovea.tensor.FoveaException;
import java.util.function.Consumer;

/** What a batch reader is asked for; see {@link BatchReader#of}. */
record Reading(
    ImageDatastore datastore,
    Preprocessing preprocessing,
    int height,
    int width,
    int channels,
    Augmentation augmentation,
    BrokenFiles brokenFiles,
    int batch,
    int threads,
    long memory,
    Consumer<FoveaException> listener) {
  Reading {
    if (datastore.size() == 0) {
      throw new DatastoreException(
          "there is no picture in the datastore to read; split it at another fraction");
    }
    if (channels != 1 && channels != 3) {
      throw new DatastoreException(
          "pictures can be fed to a network of 1 or 3 input channels, but this one has "
              + channels);
    }
    if (height < 1 || width < 1 || batch < 1 || threads < 1 || memory < 0) {
      throw new DatastoreException(
          "a batch is of 1 or more pictures of 1 × 1 or more, read by 1 or more threads, but asked for are %d of %d × %d by %d, keeping %,d bytes"
              .formatted(batch, height, width, threads, memory));
    }
    if ((long) batch * channels * height * width > Integer.MAX_VALUE - 8) {
      throw new DatastoreException(
          "a batch of %d × %d × %d × %d has more values than an array can hold; ask for a smaller batch"
              .formatted(batch, channels, height, width));
    }
  }

  Reading withMemory(long bytes) {
    return new Reading(
        datastore,
        preprocessing,
        height,
        width,
        channels,
        augmentation,
        brokenFiles,
        batch,
        threads,
        bytes,
        listener);
  }

  Reading withListener(Consumer<FoveaException> newListener) {
    return new Reading(
        datastore,
        preprocessing,
        height,
        width,
        channels,
        augmentation,
        brokenFiles,
        batch,
        threads,
        memory,
        newListener);
  }

  /** Values of one picture. */
  int itemValues() {
    return channels * height * width;
  }
}
