package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets an answer: whoever knows the token, from this server's own page. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
  private static final String NO_TOKEN =
      "the address lacks the token; open the one that fovea explore printed";
  private static final String OTHER_NAME =
      "this server answers to 127.0.0.1 and its own name only; start it with --host to name"
          + " another";

  private final Served served = Served.start();

  @AfterAll
  void stop() {
    served.close();
  }

  @Test
  void theTokenIsTooLongToGuess() { // 18 random bytes
    assertThat(served.prefix()).matches("/[A-Za-z0-9_-]{24}/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/start", "/x/api/start", "//api/start", "/page/main.js"})
  void withoutTheTokenNothingIsAnswered(String path) throws IOException {
    assertThat(ask("GET", path, "127.0.0.1:" + served.port(), ""))
        .startsWith("HTTP/1.1 403 ")
        .contains(NO_TOKEN);
  }

  @Test
  void aTokenThatIsAlmostRightIsWrong() throws IOException {
    String prefix = served.prefix();
    String almost = prefix.substring(0, prefix.length() - 2) + "!/api/start";

    assertThat(ask("GET", almost, "127.0.0.1:" + served.port(), "")).contains(NO_TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "[::1]"})
  void thisMachineMayBeCalledByItsNames(String name) throws IOException {
    assertThat(ask("GET", start(), name + ":" + served.port(), "")).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest // a page elsewhere whose name was made to point to this machine
  @ValueSource(
      strings = {"evil.example:PORT", "127.0.0.1.evil.example:PORT", "127.0.0.1:1", "127.0.0.1"})
  void anotherNameOfTheHostIsRefused(String host) throws IOException {
    assertThat(ask("GET", start(), host.replace("PORT", "" + served.port()), ""))
        .startsWith("HTTP/1.1 403 ")
        .contains(OTHER_NAME);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, http://evil.example",
    "GET, null",
    "POST, http://evil.example",
    "POST, null",
    "POST, https://127.0.0.1:PORT",
    "POST, http://localhost:PORT"
  })
  void aPageElsewhereIsRefused(String method, String origin) throws IOException {
    String there = origin.replace("PORT", "" + served.port());

    assertThat(ask(method, start(), "127.0.0.1:" + served.port(), "Origin: " + there + "\r\n"))
        .startsWith("HTTP/1.1 403 ")
        .contains("the request comes from " + there + "; only this server's own page may send it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
  void whoeverChangesSomethingSaysWhereItComesFrom(String method) throws IOException {
    assertThat(ask(method, start(), "127.0.0.1:" + served.port(), ""))
        .startsWith("HTTP/1.1 403 ")
        .contains("the request comes from an unnamed page");
  }

  @Test
  void noAnswerSaysMoreThanItHasTo() throws Exception {
    for (String path : new String[] {"", "api/start", "nothing", "page/nothing.js"}) {
      HttpResponse<byte[]> answer = served.get(path);

      assertThat(answer.headers().map())
          .doesNotContainKeys("server", "x-powered-by", "set-cookie", "access-control-allow-origin")
          .containsEntry("x-content-type-options", List.of("nosniff"))
          .containsEntry("referrer-policy", List.of("no-referrer"))
          .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
          .containsKey("content-security-policy");
    }
  }

  @Test
  void whatIsRefusedHasThePolicyToo() throws IOException {
    assertThat(ask("GET", "/", "127.0.0.1:" + served.port(), ""))
        .contains("Content-Security-Policy: default-src 'none';");
  }

  @Test
  void theAddressWithoutItsLastSlashLeadsToThePage() throws Exception {
    String prefix = served.prefix();
    HttpResponse<byte[]> answer = served.get(prefix.substring(0, prefix.length() - 1));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(where -> assertThat(where).endsWith(prefix));
  }

  private String start() {
    return served.prefix() + "api/start";
  }

  private String ask(String method, String path, String host, String header) throws IOException {
    return served.exchange(
        "%s %s HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\nContent-Length: 0\r\n\r\n"
            .formatted(method, path, host, header));
  }
}
