package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import io.fovea.network.ClassificationOutput;
import io.fovea.network.ImageInput;
import io.fovea.network.Network;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  /** Gives the scores that it is fed with. */
  private static final Network ECHO =
      Network.of(
          "echo",
          List.of(
              ImageInput.of("data", 1, 1, 6),
              new ClassificationOutput("output", "data", List.of("a", "b", "c", "d", "e", "f"))));

  private static final Tensor SCORES =
      Tensor.of(
          Shape.of(3, 6, 1, 1),
          new float[] {
            0.5f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, // a
            0.0f, 0.3f, 0.4f, 0.1f, 0.1f, 0.1f, // c
            0.9f, 0.1f, 0.0f, 0.0f, 0.0f, 0.0f // a
          });

  /** The first is right, the second's class comes second, the third's last. */
  private static final Evaluation EVALUATION =
      Evaluation.of(ECHO, TrainingData.of(SCORES, 0, 1, 5), 2, 1);

  @Test
  void topFiveAreThoseWithFiveOrFewerScoresAtLeastAsGreat() {
    assertThat(EVALUATION.count()).isEqualTo(3);
    assertThat(EVALUATION.top1()).isEqualTo(1 / 3.0);
    assertThat(EVALUATION.top5()).isEqualTo(2 / 3.0);
  }

  @Test
  void eachItemHasItsPrediction() {
    assertThat(EVALUATION.predictions())
        .extracting(Prediction::item, Prediction::actual, Prediction::predicted, Prediction::rank)
        .containsExactly(tuple(0, 0, 0, 1), tuple(1, 1, 2, 2), tuple(2, 5, 0, 6));
  }

  @Test
  void theMostWrongAreThoseThatTheNetworkWasSurestOf() {
    assertThat(EVALUATION.mostWrong()).extracting(Prediction::item).containsExactly(2, 1);
    // The network has no softmax, so one is applied: e^0.9 / (e^0.9 + e^0.1 + 4 e^0)
    double sum = Math.exp(0.9) + Math.exp(0.1) + 4;
    assertThat(EVALUATION.mostWrong().get(0).probability())
        .isCloseTo(Math.exp(0.9) / sum, within(1e-6));
  }

  @Test
  void theConfusionNamesTheNetworksClasses() {
    assertThat(EVALUATION.confusion().classes()).startsWith("a", "b");
    assertThat(EVALUATION.confusion().count(5, 0)).isEqualTo(1);
  }

  @Test
  void progressIsToldAfterEachBatch() {
    List<Integer> done = new ArrayList<>();
    Evaluation.of(ECHO, TrainingData.of(SCORES, 0, 1, 5), 2, 1, done::add);

    assertThat(done).containsExactly(2, 3);
  }

  @Test
  void aScoreThatIsNoNumberIsNotRight() {
    Tensor scores = Tensor.of(Shape.of(1, 6, 1, 1), Float.NaN, 1, 0, 0, 0, 0);

    assertThat(Evaluation.of(ECHO, TrainingData.of(scores, 0), 1, 1).top1()).isZero();
  }

  @Test
  void aLabelThatIsNoClassIsRefused() {
    assertThatThrownBy(() -> Evaluation.of(ECHO, TrainingData.of(SCORES, 0, 1, 6), 2, 1))
        .isInstanceOf(TrainingException.class)
        .hasMessage("an item is of class 6, but the network tells 6 classes apart (0 to 5)");
  }
}
