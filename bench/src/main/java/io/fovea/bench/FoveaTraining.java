package io.fovea.bench;

import io.fovea.engine.Engine;
import io.fovea.engine.LearnableId;
import io.fovea.engine.TrainingPlan;
import io.fovea.engine.TrainingRequest;
import io.fovea.learn.CrossEntropy;
import io.fovea.learn.Sgdm;
import io.fovea.learn.SolverStep;
import io.fovea.network.Parameter;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Fovea: one step of stochastic gradient descent with momentum, all layers learning. */
final class FoveaTraining implements Candidate {
  private static final double RATE = 1e-4;

  /** A parameter's values, its gradient, and what the solver remembers of it. */
  private record Learned(LearnableId id, float[] values, float[] gradient, float[][] memory) {}

  private final Engine engine;
  private final TrainingPlan plan;
  private final Tensor input;
  private final int[] labels;
  private final List<Learned> learned = new ArrayList<>();
  private long step;

  FoveaTraining(Model model, int batch, int threads) {
    engine = Engine.of(model.network());
    plan = engine.compile(TrainingRequest.of(model.network(), batch).withThreads(threads));
    input = model.input(batch);
    labels = model.labels(batch);
    for (LearnableId id : plan.learnables()) {
      var values = values(model, id);
      learned.add(new Learned(id, values, new float[id.count()], new float[1][id.count()]));
    }
  }

  private static float[] values(Model model, LearnableId id) {
    return model.network().layer(id.layer()).learnables().stream()
        .filter(each -> each.name().equals(id.parameter()))
        .map(Parameter::toArray)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String name() {
    return FoveaPlan.NAME;
  }

  @Override
  public float[] run() {
    step++;
    var loss = CrossEntropy.standard().of(plan.forward(input, step), labels);
    plan.backward(loss.gradient());
    for (Learned each : learned) {
      plan.gradient(each.id, each.gradient);
      Sgdm.standard().step(new SolverStep(step, RATE, 0), each.values, each.gradient, each.memory);
      plan.put(each.id, each.values);
    }
    return new float[0];
  }

  @Override
  public void close() {
    plan.close();
    engine.close();
  }
}
