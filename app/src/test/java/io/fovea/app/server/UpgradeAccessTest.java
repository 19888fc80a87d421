package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may open the socket: the headers are written by hand, as a page elsewhere might. */
@Timeout(60)
class UpgradeAccessTest {
  private Optional<PageServer> server = Optional.empty();
  private URI page = URI.create("");

  @BeforeEach
  void start() {
    var started = PageServer.start(Served.options("squeezenet", "127.0.0.1", 0, Optional.empty()));
    server = Optional.of(started);
    page = URI.create(started.address());
  }

  @AfterEach
  void stop() {
    server.ifPresent(PageServer::close);
  }

  @Test
  void thePageItselfMayOpenIt() throws IOException {
    assertThat(upgrade(page.getPath(), page.getAuthority(), "http://" + page.getAuthority()))
        .isEqualTo("HTTP/1.1 101 Switching Protocols");
  }

  @Test
  void aPageElsewhereMayNot() throws IOException {
    assertThat(upgrade(page.getPath(), page.getAuthority(), "http://elsewhere.example"))
        .isEqualTo("HTTP/1.1 403 Forbidden");
  }

  @Test
  void aNameThatWasMadeToPointHereMayNot() throws IOException {
    String name = "elsewhere.example:" + page.getPort();
    assertThat(upgrade(page.getPath(), name, "http://" + name)).isEqualTo("HTTP/1.1 403 Forbidden");
  }

  @Test
  void whoDoesNotSayWhereFromMayNot() throws IOException {
    assertThat(upgrade(page.getPath(), page.getAuthority(), ""))
        .isEqualTo("HTTP/1.1 403 Forbidden");
  }

  @Test
  void withAnotherTokenThereIsNothing() throws IOException {
    assertThat(upgrade("/token/", page.getAuthority(), "http://" + page.getAuthority()))
        .isEqualTo("HTTP/1.1 404 Not Found");
  }

  /** Asks for the socket, and gives the first line of the answer. */
  private String upgrade(String path, String host, String origin) throws IOException {
    String request =
        "GET "
            + path
            + "api/live?client=page HTTP/1.1\r\n"
            + "Host: "
            + host
            + "\r\n"
            + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n")
            + "Connection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: Zm92ZWEgZm92ZWEgZm92ZQ==\r\n\r\n";
    try (var socket = new Socket("127.0.0.1", page.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return answer.readLine();
    }
  }
}
