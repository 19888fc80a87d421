package io.fovea.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PageAnswerTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(byte[] plain) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  @Test
  void theHeadIsReadOutOfAPackedAnswer()
      throws IOException { // 7 = the head's length, little-endian
    byte[] plain = bytes("\7\0\0\0{\"a\":1}numbers");
    assertThat(new PageAnswer(200, true, packed(plain)).head().get("a").getAsInt()).isEqualTo(1);
    assertThat(new PageAnswer(200, false, plain).head().get("a").getAsInt()).isEqualTo(1);
  }

  @Test
  void whatIsNoGzipFileIsSaid() {
    var broken = new PageAnswer(200, true, bytes("{}"));
    assertThatThrownBy(broken::json)
        .isInstanceOf(BenchException.class)
        .hasMessageStartingWith("an answer can't be unpacked: ");
  }

  @Test
  void aSentenceThatIsNoJsonStaysAsItIs() {
    assertThat(PageAnswer.sentence("{\"message\":\"no\"}")).isEqualTo("no");
    assertThat(PageAnswer.sentence("<h1>Bad Message 431</h1>"))
        .isEqualTo("<h1>Bad Message 431</h1>");
    assertThat(PageAnswer.sentence("[]")).isEqualTo("[]");
    assertThat(PageAnswer.sentence("")).isEmpty();
  }
}
