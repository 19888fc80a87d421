package io.fovea.learn;

import io.fovea.tensor.FoveaException;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A batch while it is read. Each place is written by one thread, and what is asked of the whole is
 * asked after all have finished.
 */
final class BatchSlot {
  private static final int LEFT_OUT = -1;

  private final Reading reading;
  private final ItemReader reader;
  private final EpochOrder order;
  private final int first;
  private final float[] values;
  private final int[] items;
  private final Map<Integer, FoveaException> broken = new ConcurrentSkipListMap<>();
  private final Map<Integer, Throwable> failures = new ConcurrentSkipListMap<>();
  private int unfinished;

  BatchSlot(Reading reading, ItemReader reader, EpochOrder order, int number, float[] values) {
    this.reading = reading;
    this.reader = reader;
    this.order = order;
    this.first = number * order.batch();
    this.items = new int[order.size(number)];
    this.values = values;
    this.unfinished = items.length;
  }

  /** Reads the picture of one place; keeps what goes wrong. */
  void fill(int place) {
    items[place] = LEFT_OUT;
    try {
      items[place] = filled(place);
    } catch (RuntimeException | Error failure) {
      failures.put(place, failure);
    }
  }

  private int filled(int place) {
    int wanted = order.items()[first + place];
    int item = wanted;
    for (int attempt = 0; attempt <= order.items().length; attempt++) {
      var fault = reader.write(item, order.random(wanted), values, place * reading.itemValues());
      if (fault.isEmpty()) {
        return item;
      }
      if (reading.brokenFiles() == BrokenFiles.FAIL) {
        throw fault.get();
      }
      broken.put(item, fault.get());
      if (!order.shuffled()) {
        return LEFT_OUT;
      }
      item = order.replacement(wanted, attempt);
    }
    throw new DatastoreException(
        "none of the %,d files of the datastore is a whole picture; the first says: %s"
            .formatted(
                order.items().length, new TreeMap<>(broken).firstEntry().getValue().getMessage()));
  }

  /** Counts a place as finished; tells whether it was the last. */
  boolean finish() {
    unfinished--;
    return unfinished == 0;
  }

  boolean isFinished() {
    return unfinished == 0;
  }

  /** What went wrong at the first place where anything did. */
  Optional<Throwable> failure() {
    return failures.values().stream().findFirst();
  }

  /** What is wrong with the files that were left out, by their numbers. */
  Map<Integer, FoveaException> broken() {
    return broken;
  }

  /** How many pictures there are. */
  int size() {
    return (int) Arrays.stream(items).filter(item -> item != LEFT_OUT).count();
  }

  /** What the places were written to. */
  float[] values() {
    return values;
  }

  /** The batch without what was left out. */
  Batch batch(int[] labels) {
    int size = size();
    int each = reading.itemValues();
    for (int place = 0, to = 0; size < items.length && place < items.length; place++) {
      if (items[place] != LEFT_OUT) {
        System.arraycopy(values, place * each, values, to * each, each);
        to++;
      }
    }
    int[] kept = Arrays.stream(items).filter(item -> item != LEFT_OUT).toArray();
    var shape = Shape.of(size, reading.channels(), reading.height(), reading.width());
    float[] whole = size == items.length ? values : Arrays.copyOf(values, size * each);
    return new Batch(
        Tensor.wrap(shape, whole), Arrays.stream(kept).map(item -> labels[item]).toArray(), kept);
  }
}
