package io.fovea.learn;

import io.fovea.image.Picture;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Decoded pictures by number, as many as fit into a limit; none is ever pushed out, since in each
 * epoch each is needed once. Any number of threads may use one at once.
 */
final class PictureCache {
  /** What a picture takes beside its samples. */
  private static final int OVERHEAD = 64;

  private final AtomicReferenceArray<Picture> pictures;
  private final AtomicLong left;

  PictureCache(int count, long limit) {
    this.pictures = new AtomicReferenceArray<>(count);
    this.left = new AtomicLong(limit);
  }

  Optional<Picture> get(int number) {
    return Optional.ofNullable(pictures.get(number));
  }

  /** Keeps the picture if there is room. */
  void put(int number, Picture picture) {
    long bytes = OVERHEAD + (long) picture.height() * picture.width() * picture.channels();
    if (left.addAndGet(-bytes) < 0 || !pictures.compareAndSet(number, null, picture)) {
      left.addAndGet(bytes);
    }
  }
}
