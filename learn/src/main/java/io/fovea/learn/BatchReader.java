package io.fovea.learn;

import io.fovea.image.Preprocessing;
import io.fovea.tensor.FoveaException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Makes batches of a datastore's pictures, decoded and augmented ahead of time on threads of its
 * own.
 *
 * <p>The same seed and epoch give the same batches bit for bit, whatever the number of threads and
 * whatever is kept in memory. Without augmentation a picture is resized as the network's
 * preprocessing says; with it, the augmentation brings it to size, and the preprocessing's channel
 * order, scale, mean and standard deviation follow. Pictures are kept decoded, 8 bits a sample, as
 * long as they fit, so that later epochs decode nothing.
 *
 * <p>One thread at a time may use a reader, but any may close it.
 */
public final class BatchReader implements AutoCloseable {
  /** The share of Java's memory that decoded pictures may take. */
  private static final int MEMORY_SHARE = 4;

  /** Arrays that wait for another batch. */
  private static final int MOST_RELEASED = 2;

  private final Reading reading;
  private final ItemReader items;
  private final int[] labels;
  private final Set<Integer> named = ConcurrentHashMap.newKeySet();
  private final Set<BatchStream> open = ConcurrentHashMap.newKeySet();
  private final Queue<float[]> released = new ArrayBlockingQueue<>(MOST_RELEASED);
  private boolean closed;

  private BatchReader(Reading reading) {
    this.reading = reading;
    this.items = new ItemReader(reading);
    List<String> classes = reading.datastore().classes();
    this.labels =
        reading.datastore().files().stream()
            .mapToInt(file -> classes.indexOf(file.label()))
            .toArray();
  }

  /**
   * A reader that keeps decoded pictures in up to a quarter of Java's memory.
   *
   * @param height rows the network is fed with
   * @param width columns the network is fed with
   * @param channels channels the network is fed with, 1 or 3
   * @param augmentation {@link Augmentation#NONE} for evaluation
   * @param brokenFiles whether a broken file ends the reading or is left out; a shuffled epoch has
   *     another picture in its place
   * @param batch pictures of a batch
   * @param threads how many threads decode and augment
   * @throws DatastoreException if there is no picture, or a number is less than 1
   */
  public static BatchReader of(
      ImageDatastore datastore,
      Preprocessing preprocessing,
      int height,
      int width,
      int channels,
      Augmentation augmentation,
      BrokenFiles brokenFiles,
      int batch,
      int threads) {
    return new BatchReader(
        new Reading(
            datastore,
            preprocessing,
            height,
            width,
            channels,
            augmentation,
            brokenFiles,
            batch,
            threads,
            Runtime.getRuntime().maxMemory() / MEMORY_SHARE,
            broken -> {}));
  }

  /**
   * A new reader that keeps decoded pictures in up to so many bytes.
   *
   * @param bytes 0 keeps none
   */
  public BatchReader withMemory(long bytes) {
    return new BatchReader(reading.withMemory(bytes));
  }

  /**
   * A new reader that names each broken file that it leaves out, once.
   *
   * @param listener told on the thread that takes batches
   */
  public BatchReader withBrokenFileListener(Consumer<FoveaException> listener) {
    return new BatchReader(reading.withListener(listener));
  }

  /** How many batches an epoch has. */
  public int batches(boolean shuffled) {
    return EpochOrder.batches(labels.length, reading.batch(), shuffled);
  }

  /**
   * The batches of an epoch, from its first on.
   *
   * @param epoch its number
   * @param seed what order and augmentation are drawn from, together with the epoch
   * @param shuffled whether the pictures come in a random order, and a last batch that isn't whole
   *     is dropped unless it is the only one; otherwise they come as in the datastore, all of them
   */
  public BatchStream epoch(int epoch, long seed, boolean shuffled) {
    return epoch(epoch, seed, shuffled, 0);
  }

  /**
   * The batches of an epoch from one on, the same as if all had been taken.
   *
   * @param firstBatch how many batches are left out, 0 to all
   * @throws DatastoreException if there aren't so many, or the reader is closed
   */
  public BatchStream epoch(int epoch, long seed, boolean shuffled, int firstBatch) {
    var order = EpochOrder.of(labels.length, reading.batch(), epoch, seed, shuffled);
    if (firstBatch < 0 || firstBatch > order.batches()) {
      throw new DatastoreException(
          "the epoch has %,d batches, so reading can't go on after %,d"
              .formatted(order.batches(), firstBatch));
    }
    var stream = new BatchStream(this, order, firstBatch);
    register(stream);
    stream.start(reading.threads());
    return stream;
  }

  private synchronized void register(BatchStream stream) {
    if (closed) {
      throw new DatastoreException("the batch reader is closed; make another");
    }
    open.add(stream);
  }

  /** An empty batch, over an array that was released where there is one. */
  BatchSlot slot(EpochOrder order, int number) {
    int length = order.size(number) * reading.itemValues();
    var values =
        Optional.ofNullable(released.poll())
            .filter(array -> array.length == length)
            .orElseGet(() -> new float[length]);
    return new BatchSlot(reading, items, order, number, values);
  }

  void recycle(float[] values) {
    released.offer(values);
  }

  /** Names what was left out of a batch; gives it, unless nothing is left. */
  Optional<Batch> deliver(BatchSlot slot) {
    slot.broken()
        .forEach(
            (item, fault) -> {
              if (named.add(item)) {
                reading.listener().accept(fault);
              }
            });
    return slot.size() == 0 ? Optional.empty() : Optional.of(slot.batch(labels));
  }

  void ended(BatchStream stream) {
    open.remove(stream);
  }

  /** Ends all epochs that are being read. When it returns, no thread is left. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    open.forEach(BatchStream::close);
  }
}
