package io.fovea.app.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.grack.nanojson.JsonObject;
import io.fovea.app.TinyOnnx;
import io.fovea.zoo.Model;
import io.fovea.zoo.Models;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Live pictures of 2 × 2, of which the layer "data" is looked at: the colours as they came. */
@Timeout(60)
class LiveClientTest implements LiveClient.Outlet {
  private static final String SETTINGS =
      "{\"model\":\"tiny\",\"layer\":\"data\",\"height\":2,\"width\":2,\"scale\":\"none\"%s}";

  private final Nets nets = new Nets(Models.of(), "tiny", 1, Long.MAX_VALUE);
  private final Work work = new Work(1, 8, Runnable::run);
  private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> sentences = new LinkedBlockingQueue<>();
  private final LiveClient client = new LiveClient("page", work, nets, this);
  private Runnable then = () -> {};
  private boolean isSlow;

  @BeforeEach
  void begin() {
    nets.add(TinyTraining.model("tiny"));
  }

  @AfterEach
  void end() {
    work.close();
    nets.close();
  }

  @Test
  void aPictureIsAnsweredWithTheTilesOfItsLayer() throws Exception {
    client.settings(SETTINGS.formatted(""));

    client.frame(picture(255, 51, 0));

    byte[] answer = answers.take();
    assertThat(head(answer)).containsEntry("layer", "data").containsEntry("channels", 3);
    assertThat(head(answer).getArray("list")).containsExactly(0, 1, 2);
    assertThat(body(answer)).containsExactly(255, 255, 255, 255, 51, 51, 51, 51, 0, 0, 0, 0);
  }

  @Test
  void onlyTheChannelsOnScreenAreSent() throws Exception {
    client.settings(SETTINGS.formatted(",\"channels\":[1]"));

    client.frame(picture(255, 51, 0));

    assertThat(body(answers.take())).containsExactly(51, 51, 51, 51);
  }

  @Test
  void noneOnScreenIsAnotherThingThanNotKnown() throws Exception {
    client.settings(SETTINGS.formatted(",\"channels\":[]"));
    client.frame(picture(255, 51, 0));
    assertThat(body(answers.take())).isEmpty();

    client.settings(SETTINGS.formatted(",\"channels\":null"));
    client.frame(picture(255, 51, 0));
    assertThat(body(answers.take())).hasSize(3 * 2 * 2);
  }

  @Test
  void anAnswerTellsTheNumberOfItsSettings() throws Exception {
    client.settings(SETTINGS.formatted(",\"number\":7"));

    client.frame(picture(255, 51, 0));

    assertThat(head(answers.take()).getInt("settings")).isEqualTo(7);
  }

  @Test
  void aChannelWithAScaleOfItsOwnSaysSoEvenAlone() throws Exception {
    client.settings(SETTINGS.formatted(",\"channels\":[1]").replace("none", "channel"));
    client.frame(picture(255, 51, 0));
    JsonObject own = head(answers.take());

    client.settings(SETTINGS.formatted(",\"channels\":[1]"));
    client.frame(picture(255, 51, 0));

    assertThat(own.getBoolean("eachOwn")).isTrue();
    assertThat(head(answers.take()).getBoolean("eachOwn")).isFalse();
  }

  @Test
  void theChannelThatIsShownLargeComesAsItsValues() throws Exception {
    client.settings(SETTINGS.formatted(",\"channels\":[0],\"channel\":1"));

    client.frame(picture(255, 51, 0));

    byte[] answer = answers.take();
    JsonObject plane = head(answer).getObject("plane");
    assertThat(plane.getInt("channel")).isEqualTo(1);
    int start = answer.length - 2 * 2 * Float.BYTES;
    float first = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN).getFloat(start);
    assertThat(first).isCloseTo(0.2f, within(1e-6f)); // 51 / 255
  }

  @Test
  void theNewestTakesThePlaceOfOneThatWaits() throws Exception {
    var held = new CountDownLatch(1);
    work.submit("other", "", wanted -> await(held));
    client.settings(SETTINGS.formatted(""));
    client.frame(picture(1, 1, 1));
    client.frame(picture(2, 2, 2));
    client.frame(picture(3, 3, 3));

    held.countDown();

    byte[] answer = answers.take();
    assertThat(head(answer).getInt("frame")).isEqualTo(3);
    assertThat(body(answer)).containsOnly(3);
    assertThat(answers).isEmpty();
  }

  @Test
  void aNetworkThatIsBeingOpenedHoldsNoThreadThatWorks() throws Exception {
    try (var slow = new SlowNets()) {
      var page = new LiveClient("page", work, slow.nets(), this);
      page.settings(SETTINGS.formatted(""));
      page.frame(picture(1, 1, 1));
      slow.awaitBegin();

      assertThat(work.submit("other", "", wanted -> "done").get(30, SECONDS)).isEqualTo("done");

      page.frame(picture(2, 2, 2));
      slow.open();
      assertThat(head(answers.take()).getInt("frame")).isEqualTo(2);
    }
  }

  @Test
  void theNewestIsAnsweredThoughItIsForAnotherNetworkThanWasWaitedFor() throws Exception {
    try (var slow = new SlowNets()) {
      var page = new LiveClient("page", work, slow.nets(), this);
      page.settings(SETTINGS.formatted(""));
      page.frame(picture(1, 1, 1));
      slow.awaitBegin();
      page.settings(SETTINGS.formatted("").replace("tiny", "other"));
      page.frame(picture(2, 2, 2));

      slow.open();

      assertThat(head(answers.take()).getInt("frame")).isEqualTo(2);
      assertThat(answers).isEmpty();
    }
  }

  @Test
  void noAnswerIsMadeWhileOneIsOnTheWay() throws Exception {
    isSlow = true;
    client.settings(SETTINGS.formatted(""));
    client.frame(picture(1, 1, 1));
    assertThat(head(answers.take()).getInt("frame")).isEqualTo(1);
    client.frame(picture(2, 2, 2));
    client.frame(picture(3, 3, 3));
    assertThat(answers).isEmpty();

    then.run();

    assertThat(head(answers.take()).getInt("frame")).isEqualTo(3);
  }

  @Test
  void scoresComeWithTheFirstAndEachSoMany() throws Exception {
    client.settings(SETTINGS.formatted(",\"scoresEvery\":3"));

    for (int number = 1; number <= 3; number++) {
      client.frame(picture(9, 9, 9));
      assertThat(head(answers.take()).has("scores")).isEqualTo(number != 2);
    }
  }

  @Test
  void howTheChannelsLieComesOnceForEachLayer() throws Exception {
    assertThat(head(answerFor("data")).has("statistics")).isTrue();
    assertThat(head(answerFor("data")).has("statistics")).isFalse();
    assertThat(head(answerFor("fc")).has("statistics")).isTrue();
  }

  @Test
  void howTheChannelsLieComesAnewEachSoManyAndForEachNumber() throws Exception {
    var came = new StringBuilder();
    for (String number : List.of("1", "1", "1", "1", "1", "2", "2")) {
      client.settings(SETTINGS.formatted(",\"statisticsEvery\":3,\"number\":" + number));
      client.frame(picture(9, 9, 9));
      came.append(head(answers.take()).has("statistics") ? "x" : "-");
    }

    assertThat(came).hasToString("x-x--x-"); // the 1st of each number, and the 3rd and the 6th
  }

  @Test
  void valuesThatAreNotFiniteAreCounted(@TempDir Path folder) throws Exception {
    Model overflowing = Models.of().open(TinyOnnx.overflowing(folder).toString());
    nets.add(overflowing);
    String settings = SETTINGS.formatted("").replace("data", "mean");
    client.settings(settings.replace("tiny", overflowing.name()));

    client.frame(picture(255, 255, 255));

    assertThat(head(answers.take()).getInt("notFinite")).isEqualTo(2); // sums too large for a float
  }

  private byte[] answerFor(String layer) throws InterruptedException {
    client.settings(SETTINGS.formatted("").replace("data", layer));
    client.frame(picture(9, 9, 9));
    return answers.take();
  }

  @Test
  void whatGoesWrongIsSaidAndTheNextPictureIsTaken() throws Exception {
    client.settings(SETTINGS.formatted("").replace("data", "date"));
    client.frame(picture(1, 1, 1));
    assertThat(sentences.take()).contains("date");

    client.settings(SETTINGS.formatted(""));
    client.frame(picture(1, 1, 1));
    assertThat(head(answers.take()).getInt("frame")).isEqualTo(2);
  }

  @Test
  void aPictureOfAnotherSizeIsRefused() {
    client.settings(SETTINGS.formatted(""));

    assertThatThrownBy(() -> client.frame(ByteBuffer.allocate(12)))
        .hasMessage("a live picture has 12 bytes; send 2 × 2 × 4, as the settings say");
  }

  @Test
  void settingsComeFirst() {
    assertThatThrownBy(() -> client.frame(picture(1, 1, 1)))
        .hasMessage("send the settings before the first live picture");
  }

  @Override
  public void send(ByteBuffer answer, Runnable next) {
    then = next;
    answers.add(answer.array());
    if (!isSlow) {
      next.run();
    }
  }

  @Override
  public void fail(String sentence) {
    sentences.add(sentence);
  }

  private static Object await(CountDownLatch held) {
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return held;
  }

  /** Four opaque pixels of one colour, as a canvas gives them. */
  static ByteBuffer picture(int red, int green, int blue) {
    var pixels = ByteBuffer.allocate(16);
    for (int i = 0; i < 4; i++) {
      pixels.put((byte) red).put((byte) green).put((byte) blue).put((byte) 255);
    }
    return pixels.flip();
  }

  static JsonObject head(byte[] answer) {
    int length = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return TinyTraining.object(
        new String(answer, Integer.BYTES, length, StandardCharsets.UTF_8).strip());
  }

  static int[] body(byte[] answer) {
    int start = Integer.BYTES + ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN).getInt();
    var levels = new int[answer.length - start];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = answer[start + i] & 0xff;
    }
    return levels;
  }
}
