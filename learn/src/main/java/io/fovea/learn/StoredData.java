package io.fovea.learn;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.Arrays;
import java.util.NoSuchElementException;

/** Items of a store with their labels. */
final class StoredData implements TrainingData {
  private final ItemStore store;
  private final int[] labels;

  StoredData(ItemStore store, int... labels) {
    if (store.count() != labels.length) {
      throw new TrainingException(
          "there are %d labels for %d items; give each item one"
              .formatted(labels.length, store.count()));
    }
    this.store = store;
    this.labels = labels.clone();
  }

  @Override
  public int items() {
    return labels.length;
  }

  @Override
  public boolean isRandom() {
    return false;
  }

  @Override
  public String description() {
    return "%d items of %s, labels %08x"
        .formatted(labels.length, store.shape().itemText(), Arrays.hashCode(labels));
  }

  @Override
  public Batches batches(Order order) {
    EpochOrder epoch = order.of(labels.length);
    return new Batches() {
      private int next = order.first() * order.batch();

      @Override
      public boolean hasNext() {
        return next < epoch.end();
      }

      @Override
      public Batch next() {
        if (!hasNext()) {
          throw new NoSuchElementException("the epoch has no batch left");
        }
        int from = next;
        next = Math.min(epoch.end(), from + order.batch());
        return batch(Arrays.copyOfRange(epoch.items(), from, next));
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }

  private Batch batch(int... items) {
    Shape shape = store.shape().withBatch(items.length);
    var values = new float[shape.elementCount()];
    var own = new int[items.length];
    for (int i = 0; i < items.length; i++) {
      store.read(items[i], values, i * shape.itemElementCount());
      own[i] = labels[items[i]];
    }
    return new Batch(Tensor.wrap(shape, values), own, items);
  }
}
