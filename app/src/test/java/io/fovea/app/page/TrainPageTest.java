package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.app.server.PageServer;
import io.fovea.image.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The training tab in a browser: the bundled network learns to tell red from blue. */
@Timeout(240)
@ExtendWith(InBrowser.class)
class TrainPageTest {
  private static final Duration TRAINING = Duration.ofMinutes(3);
  private static final String BEGIN = ".train-form > button";
  private static final String NAME = "input[placeholder^=trained]";
  private static final int SIDE = 8;

  @TempDir private Path folder;
  @TempDir private Path saved;

  @Test
  void aNetworkIsTaughtJudgedAndExplored(Page page) throws IOException {
    colour("red", 255, 0);
    colour("blue", 0, 255);
    try (PageServer server = Page.serve("squeezenet", List.of(folder))) {
      page.visit(server, "?tab=train&otherInput=sample:shapes");

      page.text(".folder-verdict", text -> text.contains("2 classes, 10 pictures"));
      page.see(BEGIN).click();
      page.see(".phase.done", TRAINING);
      Downloads downloads = page.downloadTo(saved);
      page.button("Save the plot as a picture").click();
      Picture plot = downloads.picture();
      assertThat(plot.width()).isGreaterThan(2 * 600);
      assertThat(plot.height()).isBetween(2 * 220, 2 * 600);

      assertThat(page.see(".train-accuracy").getText())
          .matches("\\d+\\.\\d %\\s+of 2 pictures held out are told right by trained-1");
      assertThat(page.all(".confusion tbody th"))
          .extracting(WebElement::getText)
          .containsExactly("blue", "red");
      page.button("Compare with before").click();
      page.see("main.compare");
      assertThat(page.inAddress("otherModel")).isEqualTo("trained-1");
      assertThat(page.inAddress("otherInput")).isEmpty();
      page.back();
      page.button("Explore it").click();
      page.see("main.explore");
      assertThat(page.inAddress("model")).isEqualTo("trained-1");
      page.leaveServer();
    }
  }

  @Test
  void aTrainedNetworkIsCalledAsWasChosen(Page page) throws IOException {
    colour("red", 255, 0);
    colour("blue", 0, 255);
    try (PageServer server = Page.serve("squeezenet", List.of(folder))) {
      page.visit(server, "?tab=train&epochs=1");
      page.see(".folder-verdict.good");
      page.see(NAME).sendKeys("my pets", Keys.TAB);
      page.see(BEGIN).click();
      page.text(".train-fault", text -> text.endsWith("; my-pets would do"));
      page.errors(); // of the answer that says so

      page.see(NAME).sendKeys(Keys.chord(Keys.CONTROL, "a"), "my-pets", Keys.TAB);
      page.see(BEGIN).click();
      page.see(".phase.done", TRAINING);

      assertThat(page.see("a.button[href$='model.onnx']").getDomAttribute("download"))
          .isEqualTo("my-pets.onnx");
      page.button("Explore it").click();
      page.see("main.explore");
      page.see("header option[value=my-pets]");
      page.leaveServer();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "best, en, 'kept: epoch 2, 93.3 %', 'It is the network of epoch 2, which was the best and is kept; after epoch 3, the last, it was 86.7 %.'",
    "best, ko, '남긴 것: 에포크 2, 93.3 %', '남긴 것은 가장 좋았던 에포크 2의 네트워크입니다. 마지막 에포크 3에서는 86.7 %였습니다.'",
    "last, en, 'kept: epoch 3, 86.7 %', ''"
  })
  void theEpochWhoseNetworkIsKeptIsTold(
      String keep, String language, String kept, String why, Page page) throws IOException {
    page.open("?language=" + language);
    page.run(ANOTHER_TRAINING, keep);

    page.see("nav .tab:last-of-type").click();

    page.text(".train-progress .numbers", text -> text.endsWith(" 86.7 % · " + kept));
    page.see(".train-accuracy");
    page.keep("train-kept-%s-%s".formatted(keep, language));
    assertThat(page.all(".train-kept"))
        .extracting(WebElement::getText)
        .isEqualTo(why.isEmpty() ? List.of() : List.of(why));
  }

  /** The server tells of a training whose second epoch of three was the best. */
  private static final String ANOTHER_TRAINING =
      """
      const training = {
        id: 7, name: 'caps', phase: 'done', sentence: '', result: true, from: 0, messages: [], unsaid: 0,
        settings: { network: 'squeezenet', folder: '/merch', scratch: false, keep: arguments[0] },
        iteration: 6, iterations: 6, perEpoch: 2, epoch: 3, epochs: 3,
        points: [1, 2, 3, 4, 5, 6].map((each) => [each, Math.ceil(each / 2), 2 / each, 1 - 0.5 / each]),
        validations: [[2, 1, 1, 0.6, true], [4, 2, 0.5, 14 / 15, true], [6, 3, 0.4, 13 / 15, false]],
      };
      const defaults = { epochs: 3, batch: 8, rate: 0.1 };
      const answers = {
        'api/trainings': { architectures: [], transfer: defaults, scratch: defaults, trainings: [{ id: 7 }] },
        'api/trainings/7': training,
        'api/trainings/7/result': {
          model: 'caps', accuracy: 14 / 15, count: 15, classes: ['cap', 'cube'], matrix: [[7, 1], [0, 7]],
          wrong: [], wrongCount: 0,
        },
      };
      const real = window.fetch;
      window.fetch = async (address, options) => {
        const answer = answers[String(address).split('?')[0]];
        return answer ? new Response(JSON.stringify(answer)) : real(address, options);
      };
      """;

  @Test
  void whatTheServerRefusesLeavesAllAsItWas(Page page) throws IOException {
    colour("red", 255, 0);
    colour("blue", 0, 255);
    try (PageServer server = Page.serve("squeezenet", List.of(folder))) {
      page.visit(server, "?tab=train");
      page.button("More options").click();
      page.see("input[max='1000']")
          .sendKeys("1000", Keys.TAB); // so many epochs don't end by themselves
      page.see(BEGIN).click();
      page.see(".phase.training, .phase.validating", TRAINING);

      refuse(page, "/stop");
      page.button("Stop").click();
      page.text(".train-fault", text -> text.equals("not now"));
      page.button("Stop").click();
      page.see(".phase.stopped", TRAINING);
      page.see(".train-accuracy");

      refuse(page, "/resume");
      page.button("Go on").click();
      page.text(".train-fault", text -> text.equals("not now"));
      page.see(".train-accuracy");
      page.leaveServer();
    }
  }

  @Test
  void whereNoFolderIsAllowedThePageSaysHowToAllowOne(Page page) {
    page.visit("?tab=train");

    assertThat(page.see(".folder-none").getText())
        .contains("No folder of pictures is allowed yet")
        .contains("fovea explore --folder PICTURES");
    assertThat(page.see(BEGIN).isEnabled()).isFalse();
  }

  @Test
  void foldersWithoutPicturesAreSaid(Page page) throws IOException {
    Files.createDirectory(folder.resolve("red"));
    Files.createDirectory(folder.resolve("blue"));
    try (PageServer server = Page.serve("squeezenet", List.of(folder))) {
      page.visit(server, "?tab=train");

      page.text("#train-why", text -> text.startsWith("No folder here holds a picture."));
      assertThat(page.see(BEGIN).isEnabled()).isFalse();
      page.keep("train-no-pictures");
      page.leaveServer();
    }
  }

  @Test
  void oneClassIsSaidToBeTooFew(Page page) throws IOException {
    colour("red", 255, 0);
    Files.createDirectory(folder.resolve("blue"));
    try (PageServer server = Page.serve("squeezenet", List.of(folder))) {
      page.visit(server, "?tab=train");

      page.text("#train-why", text -> text.startsWith("Only one folder here holds pictures."));
      page.leaveServer();
    }
  }

  @Test
  void aServerThatIsLostIsSaidAndFoundAgain(Page page) {
    page.open("");
    page.cutOff(true);

    page.button("Train").click();
    page.text(".train-empty", text -> text.startsWith("The server doesn’t answer."));
    page.cutOff(false);
    page.button("Try again").click();

    page.see(".folder-none");
    page.errors(); // of the time without a server
  }

  @Test
  void itSpeaksKorean(Page page) throws IOException {
    colour("red", 255, 0);
    colour("blue", 0, 255);
    try (PageServer server = Page.serve("squeezenet", List.of(folder))) {
      page.visit(server, "?tab=train&language=ko");

      page.text(".folder-verdict", text -> text.contains("클래스 2개, 사진 10장"));
      assertThat(page.see(BEGIN).getText()).isEqualTo("학습 시작");
      page.leaveServer();
    }
  }

  /** The next request of an address that holds this is refused. */
  private static void refuse(Page page, String part) {
    page.run(
        """
        const real = window.fetch;
        window.fetch = async (address, options) => {
          if (!String(address).includes(arguments[0])) return real(address, options);
          window.fetch = real;
          return new Response('{ "message": "not now" }', { status: 400 });
        };
        """,
        part);
  }

  /** Five pictures of a class. */
  private void colour(String label, int red, int blue) throws IOException {
    Path own = Files.createDirectory(folder.resolve(label));
    for (int picture = 0; picture < 5; picture++) {
      var samples = new byte[SIDE * SIDE * 3];
      for (int i = 0; i < samples.length; i += 3) {
        samples[i] = (byte) red;
        samples[i + 1] = (byte) (10 * picture);
        samples[i + 2] = (byte) blue;
      }
      Picture.of(SIDE, SIDE, 3, samples).write(own.resolve(picture + ".png"));
    }
  }
}
