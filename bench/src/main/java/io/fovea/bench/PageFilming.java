package io.fovea.bench;

import com.google.gson.JsonObject;
import java.util.Optional;

/** A person who shows the network what a camera sees, for some seconds. */
final class PageFilming {
  private static final String LIVE = "a live picture";
  private static final int LAYERS = 3;
  private static final int PICTURES = 40;
  private static final int BETWEEN_MILLISECONDS = 40;
  private static final int STATISTICS_EVERY = 30;

  private final PageHost host;
  private final PageSocket socket;
  private final Chance chance;
  private final Pauses pauses;

  PageFilming(PageHost host, PageSocket socket, Chance chance, Pauses pauses) {
    this.host = host;
    this.socket = socket;
    this.chance = chance;
    this.pauses = pauses;
  }

  /** Looks at some layers of moving pictures; not at all while enough others do. */
  void film(PageShown shown) {
    if (!host.cameras().tryAcquire()) {
      return;
    }
    try {
      var camera = new PageCamera();
      for (int number = 1; number <= LAYERS; number++) {
        socket.send(settings(shown, number));
        for (int i = 0; i < PICTURES && pauses.pause(BETWEEN_MILLISECONDS); i++) {
          show(camera);
        }
      }
    } finally {
      host.cameras().release();
    }
  }

  private String settings(PageShown shown, int number) {
    String layer = PageShown.name(chance.any(shown.layers()));
    JsonObject settings = PageCamera.settings(shown.model(), layer);
    settings.addProperty("number", number);
    settings.addProperty("channel", 0);
    settings.addProperty("statisticsEvery", STATISTICS_EVERY);
    return settings.toString();
  }

  private void show(PageCamera camera) {
    long begin = System.nanoTime();
    Optional<String> fault = socket.show(camera.next());
    if (fault.isEmpty()) {
      host.tally().answered(LIVE, System.nanoTime() - begin);
      return;
    }
    if (PageOutcome.of(fault.get()) == PageOutcome.BUSY) {
      host.tally().busy();
    } else {
      host.tally().failed(LIVE, fault.get());
    }
    throw new NoAnswerException(LIVE);
  }
}
