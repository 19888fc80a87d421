package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that come at a pace of their own: each read takes the same time. */
class SentFilesTest {
  private static final FileName NAME = FileName.of("a.png");

  private Instant now = Instant.EPOCH;
  private final SentFiles files = SentFiles.inNewFolder(() -> now);

  @AfterEach
  void close() {
    files.close();
  }

  @Test
  void whatComesByDripsIsGivenUp() { // 8 kB a second are the least
    assertThatThrownBy(() -> files.receive(NAME, coming(100, 1000, 1)))
        .isInstanceOf(RequestException.class)
        .hasMessage("a.png: comes by less than 8 kB a second; send it again");
    assertThat(now).isEqualTo(Instant.ofEpochSecond(10));
  }

  @Test
  void whatComesSlowlyIsAwaited() throws IOException {
    SentFiles.Sent sent = files.receive(NAME, coming(100, 9000, 1));

    assertThat(sent.file()).hasSize(900_000);
  }

  @Test
  void whatStopsForAWhileIsAwaited() throws IOException {
    SentFiles.Sent sent = files.receive(NAME, coming(2, 60_000, 7));

    assertThat(sent.file()).hasSize(120_000);
  }

  /** So many pieces of so many bytes, each of which takes so many seconds. */
  private InputStream coming(int pieces, int bytes, int seconds) {
    return new FilterInputStream(new ByteArrayInputStream(new byte[pieces * bytes])) {
      @Override
      public int read(byte[] into, int from, int most) throws IOException {
        now = now.plusSeconds(seconds);
        return super.read(into, from, Math.min(bytes, most));
      }
    };
  }
}
