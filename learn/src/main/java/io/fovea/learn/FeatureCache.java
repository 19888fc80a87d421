package io.fovea.learn;

import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Size;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The activations of the frozen layers, computed once: where nothing random stands before the
 * layers that learn, every epoch would compute the same ones, and each later epoch trains the head
 * alone.
 */
final class FeatureCache implements AutoCloseable {
  private final Lesson head;
  private final List<FeatureStore> stores;

  private FeatureCache(Lesson head, List<FeatureStore> stores) {
    this.head = head;
    this.stores = stores;
  }

  /**
   * The layer up to which activations can be kept.
   *
   * @return none where an item looks different each time, pictures change their size, or no layer
   *     stands alone before those that learn
   */
  static Optional<Layer> boundary(Lesson lesson, List<String> learning, Course course) {
    boolean changing =
        lesson.training().isRandom()
            || lesson.validation().map(TrainingData::isRandom).orElse(false)
            || course.sizes().stages().size() > 1;
    return changing ? Optional.empty() : Boundary.of(lesson.network(), learning);
  }

  /**
   * Computes the activations of a layer for all items.
   *
   * @param memory how many bytes may stay in memory; the rest goes to a temporary file
   * @param stop ends the computing early
   * @return the lesson of the network behind the layer; none where it was stopped
   */
  static Optional<FeatureCache> of(
      Lesson lesson,
      Layer boundary,
      Course course,
      long memory,
      TrainingListener listener,
      BooleanSupplier stop) {
    var stores = new ArrayList<FeatureStore>();
    try {
      int all = lesson.training().items() + lesson.validation().map(TrainingData::items).orElse(0);
      var gathering = new Gathering(lesson, boundary, course, memory, all, listener, stop, stores);
      StoredData training = gathering.of(lesson.training());
      Optional<TrainingData> validation = lesson.validation().map(gathering::of);
      if (stop.getAsBoolean()) {
        stores.forEach(FeatureStore::close);
        return Optional.empty();
      }
      Shape shape = stores.get(0).shape();
      Network head =
          Boundary.head(
              lesson.network(), boundary, shape.channels(), shape.height(), shape.width());
      return Optional.of(new FeatureCache(new Lesson(head, training, validation), stores));
    } catch (RuntimeException | Error e) {
      stores.forEach(FeatureStore::close);
      throw e;
    }
  }

  /** Runs the frozen layers. */
  private record Gathering(
      Lesson lesson,
      Layer boundary,
      Course course,
      long memory,
      int all,
      TrainingListener listener,
      BooleanSupplier stop,
      List<FeatureStore> stores) {
    StoredData of(TrainingData data) {
      var labels = new ArrayList<Integer>();
      int before = stores.stream().mapToInt(FeatureStore::count).sum();
      long left =
          memory
              - stores.stream()
                  .mapToLong(
                      store -> (long) store.count() * store.shape().elementCount() * Float.BYTES)
                  .sum();
      Optional<Size> size = course.sizes().at(0);
      var own = new ArrayList<FeatureStore>();
      Sweep.over(
          lesson.network(),
          boundary.name(),
          data,
          Order.plain(course.batch()).withSize(size),
          course.threads(),
          (batch, activation) -> {
            if (own.isEmpty()) {
              own.add(new FeatureStore(activation.shape().withBatch(1), Math.max(0, left)));
              stores.add(own.get(0));
            }
            add(activation, own.get(0));
            for (int label : batch.labels()) {
              labels.add(label);
            }
            listener.preparation(before + labels.size(), all);
            return !stop.getAsBoolean();
          });
      data.release();
      return new StoredData(own.get(0), labels.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void add(Tensor activation, FeatureStore store) {
      float[] values = activation.toArray();
      for (int item = 0; item < activation.shape().batch(); item++) {
        store.add(values, item * activation.shape().itemElementCount());
      }
    }
  }

  /** The network behind the layer with the kept activations. */
  Lesson head() {
    return head;
  }

  @Override
  public void close() {
    stores.forEach(FeatureStore::close);
  }
}
