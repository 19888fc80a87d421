package io.fovea.learn;

import io.fovea.engine.Engine;
import io.fovea.engine.LearnableId;
import io.fovea.engine.TrainingPlan;
import io.fovea.engine.TrainingRequest;
import io.fovea.network.Network;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the steps of a training on the engine's plans. One thread at a time. */
final class Learner implements AutoCloseable {
  /** A mean cross entropy that no network has which still learns; NaN isn't below it either. */
  private static final double BEYOND_MEASURE = 1e6;

  private final Engine engine;
  private final List<String> learning;
  private final TrainingOptions options;
  private final Learned learned;
  private Optional<Compiled> compiled = Optional.empty();

  /** A plan, with the learnable parameters by what it calls them. */
  private record Compiled(Shape input, TrainingPlan plan, Map<LearnableId, Learnable> learnables) {}

  Learner(Network network, List<String> learning, TrainingOptions options, Learned learned) {
    this.engine = Engine.of(network);
    this.learning = learning;
    this.options = options;
    this.learned = learned;
  }

  /**
   * Learns from one batch; where the loss or a gradient isn't finite nothing is changed.
   *
   * @param number of the step, from 1
   * @param rate the learn rate with its schedule's factor
   * @return the loss before the step; none where it is beyond all measure or something wasn't
   *     finite
   */
  Optional<Loss> learn(Batch batch, long number, double rate) {
    Compiled now = compiledFor(batch.input().shape());
    Tensor scores =
        now.plan.forward(batch.input(), Seeds.random(options.course().seed(), number).nextLong());
    Loss loss = options.loss().of(scores, batch.labels());
    if (!(loss.mean() <= BEYOND_MEASURE)) {
      return Optional.empty();
    }
    now.plan.backward(loss.gradient());
    now.learnables.forEach((id, learnable) -> now.plan.gradient(id, learnable.gradient()));
    List<float[]> gradients = learned.learnables().stream().map(Learnable::gradient).toList();
    if (!Double.isFinite(Clipping.norm(gradients))) {
      return Optional.empty();
    }
    options.optimization().clipping().apply(gradients);
    now.learnables.values().forEach(each -> each.step(options.optimization(), number, rate));
    now.learnables.forEach((id, learnable) -> now.plan.put(id, learnable.values()));
    now.plan
        .statistics()
        .forEach((layer, statistics) -> learned.statistics().get(layer).add(statistics));
    return Optional.of(loss);
  }

  private Compiled compiledFor(Shape input) {
    if (compiled.filter(each -> each.input.equals(input)).isEmpty()) {
      close(compiled);
      compiled = Optional.empty();
      compiled = Optional.of(compile(input));
    }
    return compiled.orElseThrow();
  }

  private Compiled compile(Shape input) {
    TrainingPlan plan =
        engine.compile(
            TrainingRequest.of(engine.network(), input.batch())
                .withInput(input)
                .withLearning(learning)
                .withThreads(options.course().threads()));
    var learnables = new LinkedHashMap<LearnableId, Learnable>();
    for (Learnable each : learned.learnables()) {
      var id = new LearnableId(each.layer(), each.parameter(), each.values().length);
      if (plan.learnables().contains(id)) {
        learnables.put(id, each);
        plan.put(id, each.values());
      }
    }
    return new Compiled(input, plan, learnables);
  }

  private static void close(Optional<Compiled> compiled) {
    compiled.ifPresent(each -> each.plan.close());
  }

  @Override
  public void close() {
    try (engine) {
      close(compiled);
    }
  }
}
