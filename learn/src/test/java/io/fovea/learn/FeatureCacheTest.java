package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fovea.network.Network;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCacheTest {
  private static final TrainingData TRAINING = Patterns.data(60, 1);
  private static final TrainingData VALIDATION = Patterns.data(33, 2);

  private static final TrainingOptions OPTIONS =
      TrainingOptions.standard()
          .withEpochs(3)
          .withBatch(8)
          .withRate(0.05)
          .withThreads(1)
          .withFrozenUntil("conv2");

  @Test
  void theHeadLearnsTheSameFromKeptActivations() {
    var kept = Trainer.of(Patterns.network(1), OPTIONS).train(TRAINING, VALIDATION);
    var computed =
        Trainer.of(Patterns.network(1), OPTIONS)
            .train(new AsIfRandom(TRAINING), new AsIfRandom(VALIDATION));

    assertThat(weights(kept.network(), "conv3"))
        .containsExactly(weights(computed.network(), "conv3"), within(1e-4f));
    assertThat(last(kept).loss()).isCloseTo(last(computed).loss(), within(1e-4));
    assertThat(kept.network().layer("conv2")).isEqualTo(Patterns.network(1).layer("conv2"));
  }

  @Test
  void activationsInAFileGiveTheSameNetworkBitForBit() {
    var inMemory = Trainer.of(Patterns.network(1), OPTIONS).train(TRAINING);
    var inFile = Trainer.of(Patterns.network(1), OPTIONS).withFeatureMemory(0).train(TRAINING);

    assertThat(TrainerTest.parameters(inFile.network()))
        .isEqualTo(TrainerTest.parameters(inMemory.network()));
  }

  @Test
  void eachItemIsComputedOnce() {
    List<String> heard = new ArrayList<>();
    Trainer.of(Patterns.network(1), OPTIONS.withBatch(40))
        .withListener(
            new TrainingListener() {
              @Override
              public void preparation(int done, int items) {
                heard.add(done + " of " + items);
              }
            })
        .train(TRAINING, VALIDATION);

    assertThat(heard).containsExactly("40 of 93", "60 of 93", "93 of 93");
  }

  @Test
  void aStopWhileActivationsAreComputedLeavesACheckpointToGoOnFrom(@TempDir Path folder) {
    Path file = folder.resolve("checkpoint.fovea");
    var holder = new Trainer[1];
    holder[0] =
        Trainer.of(Patterns.network(1), OPTIONS)
            .withCheckpoint(file)
            .withListener(
                new TrainingListener() {
                  @Override
                  public void preparation(int done, int items) {
                    holder[0].requestStop();
                  }
                });
    var stopped = holder[0].train(TRAINING);
    var resumed = Trainer.of(Patterns.network(1), OPTIONS).withCheckpoint(file).resume(TRAINING);

    assertThat(stopped.outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(stopped.history().iterations()).isEmpty();
    assertThat(TrainerTest.parameters(resumed.network()))
        .isEqualTo(
            TrainerTest.parameters(
                Trainer.of(Patterns.network(1), OPTIONS).train(TRAINING).network()));
  }

  private static ValidationPoint last(TrainingResult result) {
    var all = result.history().validations();
    return all.get(all.size() - 1);
  }

  private static float[] weights(Network network, String layer) {
    return network.layer(layer).learnables().get(0).toArray();
  }

  /** The same data, said to be random, so that nothing is kept. */
  private record AsIfRandom(TrainingData data) implements TrainingData {
    @Override
    public int items() {
      return data.items();
    }

    @Override
    public boolean isRandom() {
      return true;
    }

    @Override
    public String description() {
      return data.description();
    }

    @Override
    public Batches batches(Order order) {
      return data.batches(order);
    }
  }
}
