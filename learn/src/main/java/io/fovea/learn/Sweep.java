package io.fovea.learn;

import io.fovea.engine.Engine;
import io.fovea.engine.Plan;
import io.fovea.engine.PlanRequest;
import io.fovea.network.Network;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.Arrays;

/** Runs a network over all items of some data, on an inference plan. */
final class Sweep {
  /** Takes what a batch gave. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes it.
     *
     * @param activation N × C × H × W
     * @return whether the next batch is wanted
     */
    boolean take(Batch batch, Tensor activation);
  }

  private Sweep() {}

  /**
   * Runs it.
   *
   * @param layer whose activation is wanted
   * @param sink gets each batch with the activation
   */
  static void over(
      Network network, String layer, TrainingData data, Order order, int threads, Sink sink) {
    try (Engine engine = Engine.of(network);
        Batches batches = data.batches(order)) {
      if (!batches.hasNext()) {
        throw new TrainingException("there are no items to run the network on; give some");
      }
      Batch first = batches.next();
      // Where broken files are left out, the first batch may not be whole.
      Shape shape =
          first.input().shape().withBatch(Math.max(1, Math.min(order.batch(), data.items())));
      PlanRequest request =
          PlanRequest.of(network, 1).withInput(shape).withWanted(layer).withThreads(threads);
      try (Plan plan = engine.compile(request)) {
        boolean wanted = sink.take(first, run(plan, layer, first.input(), shape));
        while (wanted && batches.hasNext()) {
          Batch batch = batches.next();
          wanted = sink.take(batch, run(plan, layer, batch.input(), shape));
        }
      }
    }
  }

  /** Fills a smaller batch up to the plan's and gives its own part of the activation. */
  private static Tensor run(Plan plan, String layer, Tensor input, Shape planned) {
    if (input.shape().equals(planned)) {
      return plan.run(input).get(layer).toTensor();
    }
    if (!input.shape().equals(planned.withBatch(input.shape().batch()))
        || input.shape().batch() > planned.batch()) {
      throw new TrainingException(
          "a batch of %s comes after one of %s".formatted(input.shape(), planned));
    }
    var filled = Arrays.copyOf(input.toArray(), planned.elementCount());
    Tensor all = plan.run(Tensor.wrap(planned, filled)).get(layer).toTensor();
    Shape own = all.shape().withBatch(input.shape().batch());
    return Tensor.wrap(own, Arrays.copyOf(all.toArray(), own.elementCount()));
  }
}
