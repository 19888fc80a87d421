package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.grack.nanojson.JsonObject;
import io.fovea.learn.IterationPoint;
import io.fovea.learn.ValidationPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TrainingFeedTest {
  private final TrainingProgress progress = new TrainingProgress();
  private final List<TrainingFeed> feeds = new ArrayList<>();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    feeds.forEach(TrainingFeed::close);
  }

  @Test
  void firstAllThenOnlyWhatIsNew() throws InterruptedException {
    progress.start(10, 5, 0);
    progress.iteration(point(1));
    listen(events::add);
    JsonObject first = TinyTraining.object(events.take());
    progress.iteration(point(2));
    JsonObject second = TinyTraining.object(events.take());

    assertThat(first.getInt("id")).isEqualTo(7);
    assertThat(first.getArray("points")).hasSize(1);
    assertThat(second.getInt("from")).isEqualTo(1);
    assertThat(second.getArray("points")).hasSize(1);
    assertThat(second.getInt("iteration")).isEqualTo(2);
    assertThat(second.has("validations")).isFalse(); // none are new
  }

  @Test
  void aSlowListenerHoldsUpNeitherTrainingNorAnotherListener() throws InterruptedException {
    var never = new CountDownLatch(1);
    listen(event -> await(never));
    listen(events::add);
    progress.start(10, 5, 0); // would wait for ever, did it wait for the slow one
    progress.iteration(point(1));

    JsonObject event = TinyTraining.object(events.take());
    while (event.getInt("iteration") < 1) {
      event = TinyTraining.object(events.take());
    }
    assertThat(event.getString("phase")).isEqualTo("training");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  @Test
  void aListenerThatThrowsIsToldOnce() throws InterruptedException {
    var tellers = new LinkedBlockingQueue<Thread>();
    listen(
        event -> {
          tellers.add(Thread.currentThread());
          throw new IllegalStateException("gone");
        });
    Thread teller = tellers.take();
    progress.start(10, 5, 0);
    teller.join();

    assertThat(tellers).isEmpty();
  }

  @Test
  void theEndIsToldOnceToAListenerThatThrewAtOnce() throws InterruptedException {
    listen(
        event -> {
          throw new IllegalStateException("gone");
        });

    assertThat(ends.take()).isEqualTo("ended");
    feeds.forEach(TrainingFeed::close);
    assertThat(ends).isEmpty();
  }

  @Test
  void theEndIsToldWhereAFeedIsClosed() throws InterruptedException {
    listen(events::add);
    events.take();
    assertThat(ends).isEmpty();

    feeds.forEach(TrainingFeed::close);

    assertThat(ends.take()).isEqualTo("ended");
  }

  @Test
  void whatStandsInAnEventIsNeverOlderThanItsNews() { // else "done" could come without its result
    progress.start(10, 5, 0);

    Map<String, Object> event = TrainingFeed.event(this::result, news());

    assertThat(event).containsEntry("phase", "training").containsEntry("result", false);
    assertThat(news().json()).containsEntry("phase", "done");
  }

  /** There is none yet; the training comes to its end just then. */
  private Map<String, Object> result() {
    progress.enter(TrainingPhase.DONE, "");
    return Map.of("result", false);
  }

  private TrainingProgress.News news() {
    return progress.news(TrainingProgress.Seen.NOTHING);
  }

  private void listen(Consumer<String> listener) {
    feeds.add(
        TrainingFeed.start(() -> Map.of("id", 7), progress, listener, () -> ends.add("ended")));
  }

  @Test
  void anEpochThatIsDoneIsBeingValidated() {
    progress.start(10, 5, 0);
    progress.iteration(point(5));
    assertThat(progress.phase()).isEqualTo(TrainingPhase.VALIDATING);
    progress.validation(new ValidationPoint(1, 5, 0.5, 0.9, true));
    assertThat(progress.phase()).isEqualTo(TrainingPhase.TRAINING);
  }

  @Test
  void messagesBeyondAHundredAreOnlyCounted() {
    for (int i = 0; i < 103; i++) {
      progress.message("skipped " + i);
    }

    var news = progress.news(TrainingProgress.Seen.NOTHING).json();

    assertThat(news.get("messages")).asInstanceOf(LIST).hasSize(100);
    assertThat(news).containsEntry("unsaid", 3);
  }

  private static IterationPoint point(int iteration) {
    return new IterationPoint(1, iteration, 0.5, 0.75, 0.1, 8, iteration);
  }
}
