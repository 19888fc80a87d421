package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenHostTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1:80, true",
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, 127.0.0.1:81, false",
    "::1, [::1]:80, true",
    "[::1], [::1]:80, true",
    "fe80::1, [FE80::1]:80, true",
    "lab.example, Lab.Example:80, true",
    "lab.example, localhost:80, true",
    "lab.example, other.example:80, false",
    "lab.example, '', false",
    "lab.example, 'lab.example:80:80', false",
    "lab.example, 'lab.example:', false"
  })
  void itAnswersToItsOwnNameAtItsOwnPort(String host, String header, boolean answers) {
    assertThat(ListenHost.of(host).answers(header, 80)).isEqualTo(answers);
  }

  @ParameterizedTest // a name can be made to point here by anyone, an address can't
  @CsvSource({
    "192.168.1.7:8080, true",
    "[2001:db8::7]:8080, true",
    "localhost:8080, true",
    "evil.example:8080, false",
    "1.2.3.4.evil.example:8080, false"
  })
  void onAllAddressesItAnswersToAddresses(String header, boolean answers) {
    assertThat(ListenHost.of("0.0.0.0").answers(header, 8080)).isEqualTo(answers);
    assertThat(ListenHost.of("::").answers(header, 8080)).isEqualTo(answers);
  }

  @Test
  void ofAllAddressesOneIsShownThatABrowserCanOpen() {
    assertThat(ListenHost.of("0.0.0.0").shown())
        .matches("localhost|\\d+\\.\\d+\\.\\d+\\.\\d+")
        .isNotEqualTo("0.0.0.0");
  }

  @Test
  void anIpv6AddressIsShownInBrackets() {
    assertThat(ListenHost.of("::1").shown()).isEqualTo("[::1]");
    assertThat(ListenHost.of("[::1]").name()).isEqualTo("::1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]"})
  void thisMachineAloneReachesItsLoop(String host) {
    assertThat(ListenHost.of(host).isLocal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.7", "lab.example"})
  void othersReachTheRest(String host) {
    assertThat(ListenHost.of(host).isLocal()).isFalse();
  }
}
