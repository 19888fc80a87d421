package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final TrainingData TRAINING = Patterns.data(60, 1);
  private static final TrainingData VALIDATION = Patterns.data(33, 2);

  private static final TrainingOptions OPTIONS =
      TrainingOptions.standard().withEpochs(12).withBatch(10).withRate(0.05).withThreads(1);

  @Test
  void aSmallNetworkLearnsToTellPatternsApart() {
    var result = Trainer.of(Patterns.network(1), OPTIONS).train(TRAINING, VALIDATION);

    assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
    var validations = result.history().validations();
    assertThat(validations).hasSize(12);
    assertThat(validations.get(11).accuracy()).isEqualTo(1);
    assertThat(result.history().iterations()).hasSize(12 * 6);
    assertThat(validations.get(11).loss()).isLessThan(validations.get(0).loss());
  }

  @Test
  void theSameSeedGivesTheSameNetworkBitForBit() {
    var first = Trainer.of(Patterns.network(1), OPTIONS).train(TRAINING);
    var second = Trainer.of(Patterns.network(1), OPTIONS).train(TRAINING);

    assertThat(parameters(first.network())).isEqualTo(parameters(second.network()));
  }

  @Test
  void anotherSeedGivesAnotherNetwork() {
    var first = Trainer.of(Patterns.network(1), OPTIONS).train(TRAINING);
    var second = Trainer.of(Patterns.network(1), OPTIONS.withSeed(2)).train(TRAINING);

    assertThat(parameters(first.network())).isNotEqualTo(parameters(second.network()));
  }

  @Test
  void watchingAndValidatingChangesNothing() {
    var alone = Trainer.of(Patterns.network(1), OPTIONS).train(TRAINING);
    var watched =
        Trainer.of(Patterns.network(1), OPTIONS.withValidationEvery(4))
            .withListener(new TrainingListener() {})
            .train(TRAINING, VALIDATION);

    assertThat(parameters(watched.network())).isEqualTo(parameters(alone.network()));
    assertThat(watched.history().validations()).hasSize(12 * 6 / 4);
  }

  @Test
  void frozenLayersStayAsTheyAreWithTheirStatistics() {
    Network before = Patterns.network(1);
    var result = Trainer.of(before, OPTIONS.withEpochs(1).withFrozenUntil("relu1")).train(TRAINING);

    assertThat(result.network().layer("conv1")).isEqualTo(before.layer("conv1"));
    assertThat(result.network().layer("norm1")).isEqualTo(before.layer("norm1"));
    assertThat(result.network().layer("conv2")).isNotEqualTo(before.layer("conv2"));
  }

  @Test
  void aLayerWithAFactorOfNothingDoesNotLearn() {
    Network before = Patterns.network(1);
    var result =
        Trainer.of(before, OPTIONS.withEpochs(1).withFactors("conv2", new LayerFactors(0, 0)))
            .train(TRAINING);

    assertThat(result.network().layer("conv2")).isEqualTo(before.layer("conv2"));
    assertThat(result.network().layer("conv1")).isNotEqualTo(before.layer("conv1"));
  }

  @Test
  void batchNormalizationThatLearnsGathersItsStatistics() {
    Network before = Patterns.network(1);
    var result = Trainer.of(before, OPTIONS.withEpochs(1)).train(TRAINING);

    assertThat(result.network().layer("norm1").states())
        .isNotEqualTo(before.layer("norm1").states());
  }

  @Test
  void aTrainingThatDivergesStopsAndKeepsTheLastGoodNetwork() {
    Network before = Patterns.network(1);
    var result = Trainer.of(before, OPTIONS.withRate(1e20)).train(TRAINING);

    assertThat(result.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(parameters(result.network())).isEqualTo(parameters(before));
    assertThat(result.sentence())
        .contains("the last good network is kept: lower the learn rate or clip the gradients");
  }

  @Test
  void aLossBeyondAllMeasureIsADivergenceThoughItIsFinite() { // e.g. scores of 1e10
    var result = Trainer.of(Patterns.network(1), OPTIONS.withRate(1e4)).train(TRAINING);

    assertThat(result.outcome()).isEqualTo(Outcome.DIVERGED);
  }

  @Test
  void aTrainingThatDivergesAtTheEndOfAnEpochKeepsTheLastGoodNetworkToo() {
    Network before = Patterns.network(1); // one iteration an epoch: the first one destroys it
    var options = OPTIONS.withBatch(TRAINING.items()).withRate(1e20);

    for (var result :
        List.of(
            Trainer.of(before, options).train(TRAINING),
            Trainer.of(before, options).train(TRAINING, VALIDATION))) {
      assertThat(result.outcome()).isEqualTo(Outcome.DIVERGED);
      assertThat(parameters(result.network())).isEqualTo(parameters(before));
    }
  }

  @Test
  void patienceEndsATrainingThatGetsNoBetter() {
    var result =
        Trainer.of(Patterns.network(1), OPTIONS.withEpochs(100).withRate(1e-12).withPatience(3))
            .train(TRAINING, VALIDATION);

    assertThat(result.outcome()).isEqualTo(Outcome.OUT_OF_PATIENCE);
    assertThat(result.history().validations()).hasSizeLessThan(100);
  }

  @Test
  void theBestNetworkIsKept() {
    var result = Trainer.of(Patterns.network(1), OPTIONS.withRate(0.5)).train(TRAINING, VALIDATION);
    double best =
        result.history().validations().stream()
            .mapToDouble(ValidationPoint::accuracy)
            .max()
            .orElseThrow();

    Score score = Validation.of(result.best(), VALIDATION, Optional.empty(), OPTIONS.course());
    assertThat(score.accuracy()).isEqualTo(best);
  }

  @Test
  void theListenerHearsEveryIterationAndEpoch() {
    List<String> heard = new ArrayList<>();
    Trainer.of(Patterns.network(1), OPTIONS.withEpochs(1).withBatch(30))
        .withListener(
            new TrainingListener() {
              @Override
              public void start(long iterations, long perEpoch, long done) {
                heard.add("start " + iterations + " " + perEpoch + " " + done);
              }

              @Override
              public void iteration(IterationPoint point) {
                heard.add("iteration " + point.iteration() + " of epoch " + point.epoch());
              }

              @Override
              public void validation(ValidationPoint point) {
                heard.add("validation after " + point.iteration());
              }

              @Override
              public void epoch(int epoch, TrainingHistory history) {
                heard.add("epoch " + epoch + " of " + history.iterations().size());
              }
            })
        .train(TRAINING, VALIDATION);

    assertThat(heard)
        .containsExactly(
            "start 2 2 0",
            "iteration 1 of epoch 1",
            "iteration 2 of epoch 1",
            "validation after 2",
            "epoch 1 of 2");
  }

  @Test
  void freezingEverythingIsRefused() {
    assertThatThrownBy(
            () -> Trainer.of(Patterns.network(1), OPTIONS.withFrozenUntil("prob")).train(TRAINING))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "no layer of patterns would learn: all with learnable parameters stand before prob or"
                + " are it; freeze fewer layers");
  }

  static Map<String, List<Parameter>> parameters(Network network) {
    return network.layers().stream()
        .collect(
            Collectors.toMap(
                Layer::name,
                layer ->
                    Stream.concat(layer.learnables().stream(), layer.states().stream()).toList()));
  }
}
