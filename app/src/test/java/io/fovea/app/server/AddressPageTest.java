package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is shown of an address that leads nowhere; a program gets its sentence. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressPageTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  private static final String STALE = "/AAAAAAAAAAAAAAAAAAAAAAAA/?layer=conv1";
  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

  private final Served served = Served.start();

  @AfterAll
  void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource({
    "en-US, en, This address doesn’t open Fovea",
    "'ko-KR,ko;q=0.9,en-US;q=0.8', ko, 이 주소로는 Fovea를 열 수 없습니다",
    "'fr,ko;q=0.5', en, This address doesn’t open Fovea",
    ";;q=x, en, This address doesn’t open Fovea"
  })
  void aStaleAddressIsToldInTheBrowsersLanguage(String accepted, String language, String title)
      throws IOException {
    assertThat(open(STALE, accepted))
        .startsWith("HTTP/1.1 403 ")
        .contains("Content-Type: text/html;charset=utf-8")
        .contains("<html lang=\"%s\">".formatted(language), "<h1>%s</h1>".formatted(title))
        .contains("<code>fovea explore</code>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nosuch", "nosuch/page", "page/nosuch.js", "lesson/nosuch.png"})
  void whatIsNotThereLeadsBackToThePage(String path) throws IOException {
    assertThat(open(served.prefix() + path, "en"))
        .startsWith("HTTP/1.1 404 ")
        .contains("<h1>There is nothing at this address</h1>")
        .contains("<a href=\"%s\">Open Fovea’s page</a>".formatted(served.prefix()));
  }

  @Test
  void anotherNameOfTheHostIsToldHowToUseIt() throws IOException {
    assertThat(ask(served.prefix(), "evil.example", BROWSER, "ko"))
        .startsWith("HTTP/1.1 403 ")
        .contains("<h1>Fovea는 이 이름에 응답하지 않습니다</h1>")
        .contains("<code>fovea explore --host NAME</code>");
  }

  @Test
  void itRunsNothingAndAsksForNothing() throws IOException {
    String answer = open(STALE, "en");
    Matcher style = STYLE.matcher(answer);

    assertThat(style.find()).isTrue();
    assertThat(answer)
        .contains("Content-Security-Policy: default-src 'none'; img-src data:; style-src 'sha256-")
        .contains("sha256-" + PageFile.digest(style.group(1)))
        .doesNotContain("<script", "url(", "@import");
    assertThat(Pattern.compile("(?:src|href)=\"(.{5})").matcher(answer).results())
        .allSatisfy(found -> assertThat(found.group(1)).isEqualTo("data:"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json", "image/avif,image/webp,*/*;q=0.8"})
  void whoAsksForNoPageGetsASentence(String accepted) throws IOException {
    assertThat(ask(STALE, host(), accepted, "en"))
        .startsWith("HTTP/1.1 403 ")
        .contains("Content-Type: application/json")
        .endsWith(
            "{\"message\":\"the address lacks the token; open the one that fovea explore printed\"}");
  }

  @Test
  void whatAnAnswerLacksIsASentenceInABrowserToo() throws IOException {
    assertThat(open(served.prefix() + "api/network?model=nosuch", "en"))
        .startsWith("HTTP/1.1 404 ")
        .contains("{\"message\":\"there is no network named nosuch here; ");
  }

  private String open(String path, String languages) throws IOException {
    return ask(path, host(), BROWSER, languages);
  }

  private String host() {
    return "127.0.0.1:" + served.port();
  }

  private String ask(String path, String host, String accepted, String languages)
      throws IOException {
    return served.exchange(
        "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: %s\r\nAccept-Language: %s\r\nConnection: close\r\n\r\n"
            .formatted(path, host, accepted, languages));
  }
}
