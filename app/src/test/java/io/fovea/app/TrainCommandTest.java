package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.learn.Augmentation;
import io.fovea.learn.TrainingOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network's one convolution is its head; it learns to tell white pictures from black ones. */
class TrainCommandTest {
  @TempDir private Path folder;
  private Path model = Path.of("");
  private Path pictures = Path.of("");
  private Path output = Path.of("");

  @BeforeEach
  void write() throws IOException {
    model = TinyOnnx.bright(folder);
    pictures = Files.createDirectory(folder.resolve("pictures"));
    output = folder.resolve("taught.onnx");
    TinyPictures.write(pictures, "night", 0, 5, 10, 15, 20);
    TinyPictures.write(pictures, "day", 255, 250, 245, 240, 235);
  }

  @Test
  void aNetworkIsTaughtAndWrittenWithItsCard() {
    CommandRun run = train("--rate", 0.1);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("accuracy 100.0 % of 2 pictures held out; the network is in");
    assertThat(CommandRun.alone("evaluate", output, pictures).out()).contains("top-1 100.0 %");
    assertThat(output)
        .content(StandardCharsets.ISO_8859_1)
        .contains("fovea train bright pictures -o taught.onnx --split 0.8 --epochs 12");
  }

  @Test
  void helpTellsTheDefaults() {
    String help = CommandRun.alone("train", "--help").out().replaceAll("\\s+", " ");

    assertThat(help)
        .contains(
            defaults(
                TrainingOptions.standard(),
                "a rate that fits what the new layer is fed (it learns 10 times as fast)",
                "none"),
            defaults(
                TrainingOptions.fromScratch(),
                "rate 0.05",
                "standard (" + Augmentation.standard() + ")"));
    assertThat(TrainingOptions.fromScratch().optimization().rate()).isEqualTo(0.05);
  }

  private static String defaults(TrainingOptions options, String rate, String augmentation) {
    var steps = options.optimization();
    return "%d epochs, batch %d, %s, %s, %s, l2 %s, smoothing %s, augment %s, seed %d"
        .formatted(
            options.course().epochs(),
            options.course().batch(),
            steps.solver(),
            rate,
            steps.schedule(),
            steps.l2(),
            options.loss().smoothing(),
            augmentation,
            options.course().seed());
  }

  @Test
  void itLeavesALogAndAPlotButNoCheckpoint() {
    Path plot = folder.resolve("plot.svg");

    train("--epochs", 2, "--plot", plot);

    assertThat(plot).content().contains("<svg");
    Path log = folder.resolve("taught.training");
    assertThat(log.resolve("training.csv"))
        .content()
        .startsWith("epoch,iteration,seconds,rate,loss,accuracy,validation loss,validation acc")
        .hasLineCount(3);
    assertThat(log.resolve("training.checkpoint")).doesNotExist();
  }

  @Test
  void theSameSeedGivesTheSameNetwork() throws IOException {
    train("--epochs", 3, "--seed", 7);
    byte[] first = Files.readAllBytes(output);
    train("--epochs", 3, "--seed", 7);

    assertThat(output).hasBinaryContent(first);
  }

  @Test
  void aStateThatIsNotDoneIsNotWrittenOver() throws IOException {
    Path states = Files.createDirectory(folder.resolve("states"));
    Path state = Files.writeString(states.resolve("training.checkpoint"), "a state");
    Files.writeString(output, "a newer network, of another training");

    CommandRun again = train("--epochs", 1, "--checkpoints", states);

    assertThat(again)
        .isEqualTo(
            new CommandRun(
                1,
                "",
                "fovea: "
                    + states.resolve("training.checkpoint")
                    + ": a training that isn't done left its state here; go on with --resume, or"
                    + " delete the file\n"));
    assertThat(state).hasContent("a state");
  }

  @Test
  void aTrainingThatIsDoneLeavesNoState() {
    Path states = folder.resolve("states");

    train("--epochs", 1, "--checkpoints", states);

    assertThat(states.resolve("training.checkpoint")).doesNotExist();
  }

  @Test
  void aPlotThatCannotBeWrittenIsRefusedBeforehand() {
    CommandRun run = train("--plot", folder.resolve("nowhere/plot.svg"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("its folder isn't there").doesNotContain("iteration");
    assertThat(folder.resolve("taught.training/training.checkpoint")).doesNotExist();
  }

  @Test
  void goingOnNeedsACheckpoint() {
    CommandRun run = train("--resume");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("there is no checkpoint to go on from");
  }

  @Test
  void goingOnFromTheEndWritesTheSameNetwork() throws IOException {
    Path states = folder.resolve("states");
    train("--epochs", 2, "--checkpoints", states);
    byte[] first = Files.readAllBytes(output);

    train("--epochs", 2, "--checkpoints", states, "--resume");

    assertThat(output).hasBinaryContent(first);
  }

  @Test
  void oneClassIsTooFew() throws IOException {
    Path one = Files.createDirectory(folder.resolve("one"));
    TinyPictures.write(one, "day", 255, 254);

    CommandRun run = CommandRun.alone("train", model, one, "-o", output);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("training needs two classes or more");
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsRefusedFirst() {
    Path nowhere = folder.resolve("nowhere").resolve("taught.onnx");

    assertThat(CommandRun.alone("train", model, pictures, "-o", nowhere))
        .isEqualTo(
            new CommandRun(
                1,
                "",
                "fovea: "
                    + nowhere
                    + ": this is a folder, or lies in none; name a file in a folder that is"
                    + " there\n"));
  }

  private CommandRun train(Object... more) {
    Object[] all = new Object[more.length + 5];
    all[0] = "train";
    all[1] = model;
    all[2] = pictures;
    all[3] = "-o";
    all[4] = output;
    System.arraycopy(more, 0, all, 5, more.length);
    return CommandRun.alone(all);
  }
}
