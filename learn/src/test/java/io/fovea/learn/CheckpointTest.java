package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final TrainingData TRAINING = Patterns.data(60, 1);
  private static final TrainingData VALIDATION = Patterns.data(33, 2);

  /** 18 iterations, 6 an epoch. */
  private static final TrainingOptions OPTIONS =
      TrainingOptions.standard()
          .withSolver(Adam.standard())
          .withEpochs(3)
          .withBatch(10)
          .withRate(0.01)
          .withThreads(1);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("checkpoint.fovea");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 6, 7, 17})
  void aStoppedAndResumedTrainingGivesTheSameNetwork(int iterations) {
    var whole = trainer(OPTIONS).train(TRAINING, VALIDATION);

    var stopped = stopAfter(iterations);
    assertThat(stopped.outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(stopped.sentence())
        .isEqualTo(
            "stopped after %d iterations; resume the training from %s to go on"
                .formatted(iterations, file));
    var resumed = trainer(OPTIONS).withCheckpoint(file).resume(TRAINING, VALIDATION);

    assertThat(TrainerTest.parameters(resumed.network()))
        .isEqualTo(TrainerTest.parameters(whole.network()));
    assertThat(TrainerTest.parameters(resumed.best()))
        .isEqualTo(TrainerTest.parameters(whole.best()));
    assertThat(resumed.history().validations()).isEqualTo(whole.history().validations());
  }

  @Test
  void aKillInTheFirstEpochIsGoneOnFromToo() {
    var whole = trainer(OPTIONS).train(TRAINING);
    var killed =
        trainer(OPTIONS)
            .withCheckpoint(file)
            .withListener(
                new TrainingListener() {
                  @Override
                  public void iteration(IterationPoint point) {
                    throw new IllegalStateException("killed");
                  }
                });
    assertThatThrownBy(() -> killed.train(TRAINING)).hasMessage("killed");

    var resumed = trainer(OPTIONS).withCheckpoint(file).resume(TRAINING);

    assertThat(TrainerTest.parameters(resumed.network()))
        .isEqualTo(TrainerTest.parameters(whole.network()));
  }

  @Test
  void aTrainingThatFailsBeforeItLearnsLeavesNoCheckpoint() {
    var broken =
        new TrainingData() {
          @Override
          public int items() {
            return 20;
          }

          @Override
          public boolean isRandom() {
            return false;
          }

          @Override
          public String description() {
            return "broken";
          }

          @Override
          public Batches batches(Order order) {
            throw new TrainingException("a.jpg: can't be read");
          }
        };

    assertThatThrownBy(() -> trainer(OPTIONS).withCheckpoint(file).train(broken))
        .hasMessage("a.jpg: can't be read");

    assertThat(file).doesNotExist();
  }

  @Test
  void aCheckpointBetweenEpochsIsAsGoodAsOneOfAStop() { // a kill loses what came after it
    var options = OPTIONS.withCheckpointEvery(4);
    var whole = trainer(options).train(TRAINING);
    var killed =
        trainer(options)
            .withCheckpoint(file)
            .withListener(
                new TrainingListener() {
                  @Override
                  public void iteration(IterationPoint point) {
                    if (point.iteration() == 11) {
                      throw new IllegalStateException("killed");
                    }
                  }
                });
    assertThatThrownBy(() -> killed.train(TRAINING)).hasMessage("killed");

    var resumed = trainer(options).withCheckpoint(file).resume(TRAINING);

    assertThat(TrainerTest.parameters(resumed.network()))
        .isEqualTo(TrainerTest.parameters(whole.network()));
    assertThat(resumed.history().iterations()).hasSize(18);
  }

  @Test
  void aFinishedTrainingResumesToItsResult() {
    var whole = trainer(OPTIONS).withCheckpoint(file).train(TRAINING, VALIDATION);
    var resumed = trainer(OPTIONS).withCheckpoint(file).resume(TRAINING, VALIDATION);

    assertThat(resumed.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(TrainerTest.parameters(resumed.network()))
        .isEqualTo(TrainerTest.parameters(whole.network()));
    assertThat(resumed.history()).isEqualTo(whole.history());
  }

  @Test
  void aCheckpointOfAnotherNetworkOfTheSameNameIsRefused() {
    stopAfter(2);
    var other = Trainer.of(Patterns.network(7), OPTIONS).withCheckpoint(file);

    assertThatThrownBy(() -> other.resume(TRAINING, VALIDATION))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("parameters");
  }

  @Test
  void aStoppedTrainerTrainsAgain() {
    var trainer = trainer(OPTIONS).withCheckpoint(file);
    trainer.requestStop();

    assertThat(trainer.train(TRAINING).outcome()).isEqualTo(Outcome.COMPLETED);
  }

  @Test
  void aCheckpointOfOtherOptionsIsRefused() {
    stopAfter(2);

    assertThatThrownBy(
            () -> trainer(OPTIONS.withRate(0.5)).withCheckpoint(file).resume(TRAINING, VALIDATION))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            file
                + ": the checkpoint is of a training with rate \"0.01\", not \"0.5\"; go on with the"
                + " same, or start from the beginning");
  }

  @Test
  void aMissingCheckpointIsNamed() {
    assertThatThrownBy(() -> trainer(OPTIONS).withCheckpoint(file).resume(TRAINING))
        .hasMessage(
            file + ": there is no checkpoint to go on from; start the training from the beginning");
  }

  @Test
  void aCutOrChangedCheckpointIsRefused() throws IOException {
    stopAfter(2);
    byte[] whole = Files.readAllBytes(file);

    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> trainer(OPTIONS).withCheckpoint(file).resume(TRAINING, VALIDATION))
        .hasMessage(
            file
                + ": the checkpoint is damaged (it ends early); start the training from the"
                + " beginning");

    byte[] changed = whole.clone();
    changed[whole.length / 2] ^= 1;
    Files.write(file, changed);
    assertThatThrownBy(() -> trainer(OPTIONS).withCheckpoint(file).resume(TRAINING, VALIDATION))
        .hasMessage(
            file
                + ": the checkpoint is damaged (its checksum is another); start the training from"
                + " the beginning");
  }

  @Test
  void aFileThatIsNoCheckpointIsRefused() throws IOException {
    Files.writeString(file, "not a checkpoint");

    assertThatThrownBy(() -> trainer(OPTIONS).withCheckpoint(file).resume(TRAINING))
        .hasMessage(
            file + ": this isn't a checkpoint of Fovea; name the file that a training wrote");
  }

  private TrainingResult stopAfter(int iterations) {
    var holder = new Trainer[1];
    holder[0] =
        trainer(OPTIONS)
            .withCheckpoint(file)
            .withListener(
                new TrainingListener() {
                  @Override
                  public void iteration(IterationPoint point) {
                    if (point.iteration() == iterations) {
                      holder[0].requestStop();
                    }
                  }
                });
    return holder[0].train(TRAINING, VALIDATION);
  }

  private static Trainer trainer(TrainingOptions options) {
    return Trainer.of(Patterns.network(1), options);
  }
}
