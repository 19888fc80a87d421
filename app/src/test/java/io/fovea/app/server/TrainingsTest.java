package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import io.fovea.image.PictureReader;
import io.fovea.zoo.Model;
import io.fovea.zoo.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A network of one layer learns to tell red, green and blue. */
@Timeout(120)
class TrainingsTest {
  /** So many iterations that a person, or a test, can stop it in the midst. */
  private static final String LONG = ", \"epochs\": 1000, \"batch\": 1";

  @TempDir private Path temporary;
  private Path folder = Path.of("");
  private final BlockingQueue<Model> kept = new LinkedBlockingQueue<>();
  private Trainings trainings =
      Trainings.of(Folders.of(List.of()), new TinyTraining.Shelf(kept), 1);

  @BeforeEach
  void allow() throws IOException {
    folder = Files.createDirectory(temporary.toRealPath().resolve("pictures"));
    trainings.close();
    trainings = Trainings.of(Folders.of(List.of(folder)), new TinyTraining.Shelf(kept), 1);
  }

  @AfterEach
  void close() {
    trainings.close();
  }

  @Test
  void aNetworkIsTaughtWatchedAndKept() throws Exception {
    TrainingJob job = trainings.start(settings(", \"epochs\": 20, \"batch\": 4"));

    try (var page = new TinyTraining.Page(job)) {
      JsonObject end = page.until(TrainingPhase.DONE);

      assertThat(end.getString("name")).isEqualTo("trained-1");
      assertThat(end.getInt("iteration")).isEqualTo(60); // 12 of 15 pictures, 3 batches, 20 epochs
      assertThat(page.points()).hasSize(60);
      assertThat(page.points().get(59).getDouble(2)).isLessThan(page.points().get(0).getDouble(2));
    }
    assertThat(kept.take().name()).isEqualTo("trained-1");
    assertThat(job.model()).map(Model::classes).contains(List.of("blue", "green", "red"));
  }

  @Test
  void whatCameOutIsToldInNumbers() throws Exception {
    TrainingJob job = done(", \"epochs\": 20, \"batch\": 4");

    assertThat(job.outcome().toJson())
        .containsEntry("accuracy", 1.0)
        .containsEntry("count", 3)
        .containsEntry("classes", List.of("blue", "green", "red"))
        .containsEntry("matrix", List.of(List.of(1, 0, 0), List.of(0, 1, 0), List.of(0, 0, 1)))
        .containsEntry("wrong", List.of());
  }

  @Test
  void whatIsToldWrongIsShown() throws Exception { // what "blue" holds is red
    for (int i = 0; i < 5; i++) {
      TinyTraining.write(folder.resolve("red"), i + ".png", 255, 0, 0);
      TinyTraining.write(folder.resolve("blue"), i + ".png", 255, 0, 0);
    }
    TrainingJob job = done(", \"epochs\": 3");

    JsonObject result = new JsonObject(job.outcome().toJson());

    assertThat(result.getInt("wrongCount")).isEqualTo(1);
    Path tile = Files.write(temporary.resolve("tile.png"), job.outcome().thumbnail(0));
    assertThat(PictureReader.read(tile).sample(80, 80, 0)).isEqualTo(255);
    assertThatThrownBy(() -> job.outcome().thumbnail(1))
        .hasMessage("there is no wrong picture 1; there are 1, from 0");
  }

  @Test
  void theNetworkIsAnOnnxFileToTakeAlong() throws Exception {
    TrainingJob job = done(", \"epochs\": 20, \"batch\": 4");

    Model read = Models.of().open(job.outcome().onnx().toString());

    assertThat(read.name()).isEqualTo("trained-1");
    assertThat(read.classes()).containsExactly("blue", "green", "red");
    assertThat(read.card().training().orElseThrow().recipe())
        .startsWith("fovea train -o trained-1.onnx --split 0.8 --epochs 20")
        .endsWith(" --skip-broken tiny pictures");
  }

  @Test
  void aFoldersNameIsNotRunWithTheRecipe() throws Exception {
    folder = Files.createDirectory(temporary.toRealPath().resolve("it's $(touch x)"));
    trainings.close();
    trainings = Trainings.of(Folders.of(List.of(folder)), new TinyTraining.Shelf(kept), 1);

    Model made = done(", \"epochs\": 1").model().orElseThrow();

    assertThat(made.card().training().orElseThrow().recipe())
        .endsWith(" tiny 'it'\\''s $(touch x)'");
  }

  @Test
  void aNetworkIsCalledAsWasChosen() throws Exception {
    TrainingJob job = done(", \"epochs\": 1, \"name\": \"my_pets-2.1\"");

    assertThat(kept).extracting(Model::name).containsExactly("my_pets-2.1");
    assertThat(job.outcome().onnx()).hasFileName("my_pets-2.1.onnx");
    assertThat(job.model().orElseThrow().card().training().orElseThrow().recipe())
        .startsWith("fovea train -o my_pets-2.1.onnx ");
  }

  @Test
  void theNameOfAnotherNetworkIsRefused() throws Exception {
    done(", \"epochs\": 1, \"name\": \"pets\"");
    done(", \"epochs\": 1, \"name\": \"pets-2\"");

    assertThatThrownBy(() -> trainings.check(settings(", \"name\": \"pets\"")))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "pets: there is a network of this name already; choose another, such as pets-3");
    assertThatThrownBy(() -> trainings.start(settings(", \"name\": \"tiny\"")))
        .hasMessage(
            "tiny: there is a network of this name already; choose another, such as tiny-2");
  }

  @Test
  void theNameOfATrainingThatCanGoOnIsRefused() throws Exception {
    TrainingJob job = trainings.start(settings(LONG + ", \"name\": \"pets\""));
    job.stop();
    try (var page = new TinyTraining.Page(job)) {
      page.until(TrainingPhase.STOPPED);
    }

    assertThatThrownBy(() -> trainings.start(settings(", \"name\": \"pets\"")))
        .hasMessageContaining("choose another, such as pets-2");
  }

  @Test
  void theNameOfATrainingThatFailedIsFree() throws Exception {
    Files.createDirectory(folder.resolve("red"));
    TrainingJob job = trainings.start(TinyTraining.settings(folder, ", \"name\": \"pets\""));
    try (var page = new TinyTraining.Page(job)) {
      page.until(TrainingPhase.FAILED);
    }

    assertThat(done(", \"epochs\": 1, \"name\": \"pets\"").name()).isEqualTo("pets");
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    Path onnx = done(", \"epochs\": 1").outcome().onnx();
    assertThat(onnx).exists();

    trainings.close();

    assertThat(onnx.getParent()).doesNotExist();
  }

  @Test
  void theConfusionChartIsAPicture() throws Exception {
    TrainingJob job = done(", \"epochs\": 1");

    Download vector = job.outcome().chart(true);
    assertThat(vector.name()).isEqualTo("trained-1-confusion.svg");
    assertThat(new String(vector.content(), StandardCharsets.UTF_8)).contains("<svg");
    assertThat(job.outcome().chart(false).content()).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void aTrainingIsStoppedAndGoesOnWhereItWas() throws Exception {
    TrainingJob job = trainings.start(settings(LONG));
    try (var page = new TinyTraining.Page(job)) {
      while (page.next().getInt("iteration") <= 12) {
        // the first epoch isn't judged yet
      }
      job.stop();
      JsonObject stopped = page.until(TrainingPhase.STOPPED);

      assertThat(stopped.getInt("iteration")).isPositive().isLessThan(stopped.getInt("iterations"));
      String reached = "trained-1-at-" + stopped.getInt("iteration");
      assertThat(job.model()).map(Model::name).contains(reached);
      assertThat(job.outcome().chart(false).name()).isEqualTo(reached + "-confusion.png");

      trainings.resume(1);
      JsonObject again = page.until(TrainingPhase.TRAINING);

      assertThat(again.getInt("iteration")).isGreaterThanOrEqualTo(stopped.getInt("iteration"));
    }
  }

  @Test
  void oneThatIsStoppedAtOnceBeginsAnewWhereItGoesOn() throws Exception {
    TrainingJob job = trainings.start(settings(", \"epochs\": 2, \"batch\": 4"));
    job.stop();
    try (var page = new TinyTraining.Page(job)) {
      while (job.phase().isRunning()) {
        page.next();
      }
      if (job.phase() == TrainingPhase.STOPPED) {
        trainings.resume(1);
      }
      assertThat(page.until(TrainingPhase.DONE).getInt("iteration")).isEqualTo(6);
    }
  }

  @Test
  void withTheLastFiveTheirNetworksAreKept() throws Exception {
    for (int i = 0; i < 6; i++) {
      done(", \"epochs\": 1");
    }

    assertThat(kept)
        .extracting(Model::name)
        .containsExactly("trained-2", "trained-3", "trained-4", "trained-5", "trained-6");
  }

  @Test
  void whateverGoesWrongNothingIsLeftRunning() throws Exception {
    TinyTraining.colours(folder);
    trainings = Trainings.of(Folders.of(List.of(folder)), new Overflowing(), 1);

    assertThat(failure())
        .isEqualTo("this shouldn't happen, please report it: java.lang.StackOverflowError");
  }

  @Test
  void aSecondAtOnceIsRefusedAndToldOfTheFirst() throws Exception {
    TrainingJob first = trainings.start(settings(LONG));

    assertThatThrownBy(() -> trainings.start(settings("")))
        .isInstanceOf(RequestException.class)
        .hasMessage("trained-1 is being trained; stop it first, or wait for its end");
    first.stop();
    try (var page = new TinyTraining.Page(first)) {
      page.until(TrainingPhase.STOPPED);
    }
    assertThat(trainings.start(settings(LONG)).name()).isEqualTo("trained-2");
  }

  @Test
  void oneThatIsDoneCannotGoOn() throws Exception {
    done(", \"epochs\": 1");

    assertThatThrownBy(() -> trainings.resume(1))
        .hasMessage("trained-1: this training can't go on, it is done; begin another");
  }

  @Test
  void onesThatNeverBeganAreUnknown() {
    assertThatThrownBy(() -> trainings.find(1)).hasMessage("there is no training 1; begin one");
  }

  @Test
  void aResultIsThereOnlyAtTheEnd() throws Exception {
    TrainingJob job = trainings.start(settings(LONG));

    assertThatThrownBy(job::outcome).hasMessageContaining("this training has no result yet");
  }

  @Test
  void fromScratchIsByAnArchitecturesName() throws IOException {
    TinyTraining.colours(folder);

    assertThatThrownBy(() -> trainings.start(settings(", \"scratch\": true")))
        .hasMessageContaining(
            "tiny: there is no architecture of this name; known ones: squeezenet");
  }

  @Test
  void aFolderElsewhereIsRefused() {
    assertThatThrownBy(() -> trainings.start(TinyTraining.settings(temporary, "")))
        .hasMessageContaining("there is no such folder in those allowed at start");
  }

  @Test
  void aFolderWithoutPicturesFails() throws Exception {
    Files.createDirectory(folder.resolve("red"));

    assertThat(failure()).contains("there is no picture").contains("holds one folder of pictures");
  }

  @Test
  void oneClassFails() throws Exception {
    TinyTraining.write(folder.resolve("red"), "1.png", 255, 0, 0);
    TinyTraining.write(folder.resolve("red"), "2.png", 250, 0, 0);

    assertThat(failure()).contains("training needs two classes or more");
  }

  @Test
  void aClassOfOnePictureFails() throws Exception {
    TinyTraining.colours(folder);
    TinyTraining.write(folder.resolve("white"), "1.png", 255, 255, 255);

    assertThat(failure()).startsWith("white: this class has 1 picture, but one to learn from");
  }

  @Test
  void aPictureThatIsALinkToElsewhereFails() throws Exception {
    TinyTraining.colours(folder);
    TinyTraining.write(temporary.resolve("secret"), "1.png", 255, 255, 255);
    Files.createSymbolicLink(
        folder.resolve("red").resolve("9.png"), temporary.resolve("secret").resolve("1.png"));

    assertThat(failure()).contains("this links to a place outside of the folders allowed at start");
  }

  @Test
  void aBrokenPictureIsSkippedAndNamed() throws Exception {
    Files.createDirectory(folder.resolve("red"));
    Files.writeString(folder.resolve("red").resolve("broken.png"), "no picture");
    TrainingJob job = done(", \"epochs\": 2");

    assertThat(job.snapshot().get("messages").toString())
        .contains("skipped " + folder.resolve("red").resolve("broken.png"));
  }

  private String failure() throws InterruptedException {
    TrainingJob job = trainings.start(TinyTraining.settings(folder, ", \"epochs\": 1"));
    try (var page = new TinyTraining.Page(job)) {
      return page.until(TrainingPhase.FAILED).getString("sentence");
    }
  }

  private TrainingJob done(String more) throws IOException, InterruptedException {
    TrainingJob job = trainings.start(settings(more));
    try (var page = new TinyTraining.Page(job)) {
      page.until(TrainingPhase.DONE);
    }
    return job;
  }

  private TrainingSettings settings(String more) throws IOException {
    if (!Files.exists(folder.resolve("red").resolve("4.png"))) {
      TinyTraining.colours(folder);
    }
    return TinyTraining.settings(folder, more);
  }

  /** Something goes wrong that nobody foresaw, where the network is laid. */
  private static final class Overflowing implements NetworkShelf {
    @Override
    public Model model(String name) {
      return TinyTraining.model(name);
    }

    @Override
    public boolean has(String name) {
      return false;
    }

    @Override
    public void add(Model made) {
      throw new StackOverflowError();
    }

    @Override
    public void remove(String name) {}
  }
}
