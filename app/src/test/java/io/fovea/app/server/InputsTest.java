package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What pages send, as long as no more than 1,000 bytes are kept. */
class InputsTest {
  private final Inputs inputs = new Inputs(1000);

  @AfterEach
  void close() {
    inputs.close();
  }

  @Test
  void theSameFileUnderAnotherNameIsAnotherInput() throws IOException {
    PageInput dog = send("dog.csv", "1,2\n");

    PageInput cat = send("cat.csv", "1,2\n");

    assertThat(cat.name()).isEqualTo("cat.csv");
    assertThat(inputs.get(dog.id()).name()).isEqualTo("dog.csv");
  }

  @Test
  void aFileThatIsLongerThanWhatIsInItCountsByItsLength() throws IOException { // 4 bytes decoded
    PageInput first = send("first.csv", "#" + " ".repeat(600) + "\n1\n");

    PageInput second = send("second.csv", "#" + " ".repeat(600) + "\n2\n");

    assertThat(first.file()).doesNotExist();
    assertThat(inputs.get(second.id())).isSameAs(second);
    assertThatThrownBy(() -> inputs.get(first.id())).isInstanceOf(RequestException.class);
  }

  @Test
  void whatIsLongerDecodedThanItsFileCountsDecoded() throws IOException { // 800 bytes of 400
    PageInput first = send("first.csv", "1,".repeat(199) + "1\n");

    PageInput second = send("second.csv", "2,".repeat(199) + "2\n");

    assertThat(first.file()).doesNotExist();
    assertThat(second.file()).exists();
  }

  @Test
  void aSampleIsOneInputHoweverItIsSpelled() {
    PageInput face = inputs.get("sample:face");

    assertThat(inputs.get("sample:FaCe")).isSameAs(face);
  }

  @Test
  void aSampleThatIsNotDrawnIsSaid() {
    assertThatThrownBy(() -> inputs.get("sample:nose"))
        .isInstanceOf(RequestException.class)
        .hasMessageStartingWith("there is no sample \"nose\"; use one of: face, ");
  }

  private PageInput send(String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return inputs.take(inputs.receive(FileName.of(name), new ByteArrayInputStream(bytes)));
  }
}
