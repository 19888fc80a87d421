package io.fovea.bench;

import io.fovea.engine.Activations;
import io.fovea.engine.Engine;
import io.fovea.engine.Plan;
import io.fovea.engine.PlanRequest;
import io.fovea.network.Shapes;
import io.fovea.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fovea: a plan, and what is read from it. */
final class FoveaPlan implements Candidate {
  static final String NAME = "Fovea";

  private final Engine engine;
  private final Plan plan;
  private final Tensor input;
  private final Map<String, float[]> targets = new LinkedHashMap<>();

  /**
   * Compiles.
   *
   * @param wanted the layers whose activations the plan keeps
   * @param read those of them that each run reads out as plain arrays
   */
  FoveaPlan(Model model, int batch, int threads, List<String> wanted, List<String> read) {
    engine = Engine.of(model.network());
    plan = engine.compile(request(model, batch, threads).withWanted(wanted));
    input = model.input(batch);
    var shapes = Shapes.of(model.network(), batch);
    read.forEach(layer -> targets.put(layer, new float[shapes.get(layer).elementCount()]));
  }

  static PlanRequest request(Model model, int batch, int threads) {
    return PlanRequest.of(model.network(), batch).withThreads(threads);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public float[] run() {
    Activations activations = plan.run(input);
    float[] last = {};
    for (var entry : targets.entrySet()) {
      last = entry.getValue();
      activations.get(entry.getKey()).copyTo(last);
    }
    return last;
  }

  @Override
  public void close() {
    plan.close();
    engine.close();
  }
}
