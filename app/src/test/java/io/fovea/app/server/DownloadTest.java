package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadTest {
  @ParameterizedTest
  @CsvSource({
    "squeezenet, conv1, squeezenet-conv1.png",
    "net, features.0/Conv, net-features.0-Conv.png",
    "net, ../../etc/passwd, net-etc-passwd.png",
    "'.', .hidden, hidden.png",
    "net, 'a\"b;c\\d', net-a-b-c-d.png",
    "net, 합성곱 1, net-합성곱-1.png",
    "net, '', net.png",
    "'???', ///, file.png"
  })
  void aNameTellsWhatItIsAndHasNoFolderInIt(String model, String layer, String name) {
    assertThat(Download.name(".png", model, layer)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"a, 60", "가, 60"})
  void aLongPartIsCut(String letter, int length) {
    assertThat(Download.name("", letter.repeat(300))).hasSize(length);
  }
}
