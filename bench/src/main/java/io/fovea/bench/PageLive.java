package io.fovea.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * A camera's pictures over the page's socket, each sent when the one before is answered, as a
 * client would that takes answers at once.
 */
final class PageLive {
  private static final int WARM_UP = 20;
  private static final double NANOSECONDS = 1e9;

  private final URI page;
  private final String model;

  /**
   * @param page its address, with the token
   */
  PageLive(URI page, String model) {
    this.page = page;
    this.model = model;
  }

  /**
   * How many pictures a second are answered with all tiles of a layer, and the scores with every
   * tenth.
   *
   * @throws BenchException if the server refuses or doesn't answer
   */
  double picturesPerSecond(String layer, Duration duration) {
    var camera = new PageCamera();
    PageSocket socket = PageSocket.open(HttpClient.newHttpClient(), page, "bench");
    try {
      socket.send(PageCamera.settings(model, layer).toString());
      for (int count = 0; count < WARM_UP; count++) {
        show(socket, camera);
      }
      int count = 0;
      long begin = System.nanoTime();
      long now = begin;
      for (; now - begin < duration.toNanos(); now = System.nanoTime(), count++) {
        show(socket, camera);
      }
      return count / ((now - begin) / NANOSECONDS);
    } finally {
      socket.abort();
    }
  }

  private static void show(PageSocket socket, PageCamera camera) {
    socket
        .show(camera.next())
        .ifPresent(
            fault -> {
              throw new BenchException("a live picture was refused: " + fault);
            });
  }
}
