package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BinaryAnswerTest {
  @Test
  void theHeadIsFilledUpWithSpacesToAMultipleOfFour() { // {"a":1} has 7 bytes
    byte[] answer = BinaryAnswer.of(Map.of("a", 1), new byte[] {5, 6});

    assertThat(buffer(answer).getInt()).isEqualTo(8);
    assertThat(new String(answer, 4, 8, StandardCharsets.UTF_8)).isEqualTo("{\"a\":1} ");
    assertThat(answer).hasSize(4 + 8 + 2).endsWith(5, 6);
  }

  @Test
  void aHeadThatFitsIsNotFilledUp() { // {"a":12} has 8 bytes
    byte[] answer = BinaryAnswer.of(Map.of("a", 12), new byte[0]);

    assertThat(buffer(answer).getInt()).isEqualTo(8);
    assertThat(answer).hasSize(4 + 8);
  }

  @Test
  void itsLengthCountsBytesNotLetters() { // {"a":"층"} has 9 letters, the last but two of 3 bytes
    byte[] answer = BinaryAnswer.of(Map.of("a", "층"), new byte[0]);

    assertThat(buffer(answer).getInt()).isEqualTo(12);
    assertThat(new String(answer, 4, 12, StandardCharsets.UTF_8)).isEqualTo("{\"a\":\"층\"} ");
  }

  @Test
  void floatsBeginAtAMultipleOfFourAndAreLittleEndian() { // 1.5 is 3fc00000
    byte[] answer = BinaryAnswer.of(Map.of("a", 1), new float[] {1.5f, Float.NaN});

    assertThat(answer).hasSize(4 + 8 + 8).containsSequence(0, 0, 0xc0, 0x3f);
    ByteBuffer body = buffer(answer).position(12);
    assertThat(body.getFloat()).isEqualTo(1.5f);
    assertThat(body.getFloat()).isNaN();
  }

  private static ByteBuffer buffer(byte[] answer) {
    return ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
  }
}
