package io.fovea.bench;

import io.fovea.engine.Engine;
import io.fovea.engine.Plan;
import io.fovea.engine.PlanRequest;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One thread's part of a soak: compiles, runs, reads and closes, again and again, as long as there
 * are runs left. Every other plan keeps all activations; every few plans the engine is made anew,
 * closed before its last plan or after.
 */
final class SoakWorker implements Runnable {
  private static final int RUNS_OF_A_PLAN = 20;
  private static final int PLANS_OF_AN_ENGINE = 10;

  private final Network network;
  private final AtomicLong left;
  private final Tensor input;

  /**
   * A worker.
   *
   * @param left how many runs are left for all workers together
   */
  SoakWorker(Network network, AtomicLong left, long seed) {
    this.network = network;
    this.left = left;
    Shape shape = network.imageInputs().get(0).shape(1);
    var random = new Random(seed);
    var values = new float[shape.elementCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    input = Tensor.wrap(shape, values);
  }

  @Override
  public void run() {
    for (int cycle = 0; left.get() > 0; cycle++) {
      engineCycle(cycle % 2 == 0);
    }
  }

  private void engineCycle(boolean engineFirst) {
    var engine = Engine.of(network);
    try {
      for (int i = 1; i < PLANS_OF_AN_ENGINE && left.get() > 0; i++) {
        try (Plan plan = engine.compile(request(i % 2 == 0))) {
          runs(plan);
        }
      }
      Plan last = engine.compile(request(false));
      try (last) {
        if (engineFirst) {
          engine.close();
        }
        runs(last);
      }
    } finally {
      engine.close();
    }
  }

  private PlanRequest request(boolean allLayers) {
    var request = PlanRequest.of(network, 1).withThreads(1);
    return allLayers ? request.withAllLayers(network) : request;
  }

  private void runs(Plan plan) {
    List<String> outputs = network.outputs().stream().map(Layer::name).toList();
    for (int i = 0; i < RUNS_OF_A_PLAN && left.getAndDecrement() > 0; i++) {
      var activations = plan.run(input);
      for (String layer : outputs) {
        checkScores(activations.get(layer).toTensor());
      }
    }
  }

  private void checkScores(Tensor scores) {
    double sum = 0;
    for (float score : scores.toArray()) {
      sum += score;
    }
    if (!(Math.abs(sum - 1) < 1e-3)) {
      throw new BenchException(
          "%s gave scores that add up to %s, not to 1".formatted(network.name(), sum));
    }
  }
}
