package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

  private PageInput send(String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return inputs.take(inputs.receive(FileName.of(name), new ByteArrayInputStream(bytes)));
  }
}
