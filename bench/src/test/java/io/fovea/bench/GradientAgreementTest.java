package io.fovea.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fovea.engine.Engine;
import io.fovea.engine.LearnableId;
import io.fovea.engine.Mode;
import io.fovea.engine.TrainingRequest;
import io.fovea.learn.CrossEntropy;
import io.fovea.testing.SharedData;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fovea's gradients of SqueezeNet's loss against those of PyTorch. */
class GradientAgreementTest {
  private static final int BATCH = 2;

  @Test
  void allParametersOfSqueezeNetHavePyTorchsGradients() {
    var model = Model.read(SharedData.require("models/squeezenet/model.onnx"));
    assumeTrue(PyTorch.prepare(2), "no PyTorch for this platform");
    try (var pyTorch = new PyTorchTraining(model, BATCH);
        var engine = Engine.of(model.network());
        var plan =
            engine.compile(TrainingRequest.of(model.network(), BATCH).withMode(Mode.INFERENCE))) {
      Map<String, float[]> expected = pyTorch.gradients();
      var scores = plan.forward(model.input(BATCH), 0);
      plan.backward(CrossEntropy.standard().of(scores, model.labels(BATCH)).gradient());
      assertThat(plan.learnables()).hasSize(expected.size()).hasSize(52);
      for (LearnableId id : plan.learnables()) {
        var gradient = new float[id.count()];
        plan.gradient(id, gradient);
        assertThat(Agreement.distance(expected.get(id.layer() + "/" + id.parameter()), gradient))
            .as(id.toString())
            .isLessThan(1e-4);
      }
    }
  }
}
