package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageFilesTest {
  private final Served served = Served.start();

  @AfterAll
  void stop() {
    served.close();
  }

  @Test
  void thePageMayRunItsOwnScriptsOnly() throws Exception {
    HttpResponse<byte[]> page = served.get("");
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();

    assertThat(policy)
        .startsWith("default-src 'none'; script-src 'self' 'sha256-")
        .contains("style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", "*", "http:", "https:");
  }

  @Test
  void theImportMapIsTheOneScriptInsideThePage() throws Exception {
    HttpResponse<byte[]> page = served.get("");
    var scripts =
        Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL)
            .matcher(Served.text(page))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(scripts).hasSize(1);
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(scripts.get(0).getBytes(StandardCharsets.UTF_8));

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
  }

  @Test
  void whatThePageNamesIsThere() throws Exception {
    var named =
        Pattern.compile("(?:href|src)=\"(.*?)\"")
            .matcher(Served.text(served.get("")))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(named)
        .contains("page/fovea.js", "page/fovea.css", "lib/lit/lit-html.js", "lib/d3-zoom.js")
        .allSatisfy(path -> assertThat(served.get(path).statusCode()).isEqualTo(200));
  }

  @Test
  void whatThePageLoadsLaterStandsAloneAndIsThere() throws Exception {
    var later =
        Pattern.compile("import\\('\\./(.*?)'\\)")
            .matcher(Served.text(served.get("page/fovea.js")))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(later).containsExactly("graph-picture.js", "part-picture.js");
    for (String name :
        List.of("graph-picture.js", "part-picture.js", "part-paint.js", "part-text.js")) {
      assertThat(
              Pattern.compile("^import .* from '(.*)';$", Pattern.MULTILINE)
                  .matcher(Served.text(served.get("page/" + name)))
                  .results()
                  .map(found -> found.group(1)))
          .as(name) // what is joined would be a second time in the page, with a state of its own
          .allMatch(from -> from.startsWith("./part-"));
    }
  }

  @Test
  void theLibrariesThatTheModulesImportAreNamedInThePage() throws Exception {
    String page = Served.text(served.get(""));

    assertThat(
            Pattern.compile("^import .* from '(.*)';$", Pattern.MULTILINE)
                .matcher(Served.text(served.get("page/fovea.js")))
                .results()
                .map(found -> found.group(1))
                .map(name -> name.startsWith("lit-html/") ? name.substring(9) : name + ".js"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(page).contains(name + "\" />"));
  }

  @Test
  void theStylesComeAsOneBeginningWithThePalette() throws Exception {
    assertThat(Served.text(served.get("page/fovea.css")))
        .contains("--accent", ".montage", ".train", ".compare", ".help");
  }

  @Test
  void thePageNamesNoOtherHost() throws Exception {
    assertThat(Served.text(served.get(""))).doesNotContain("http://", "https://", "=\"//");
  }

  @ParameterizedTest
  @CsvSource({
    "page/fovea.js, text/javascript;charset=utf-8",
    "page/main.js, text/javascript;charset=utf-8",
    "page/words/page.js, text/javascript;charset=utf-8",
    "page/fovea.css, text/css;charset=utf-8",
    "page/fovea.svg, image/svg+xml",
    "lesson/filters.png, image/png",
    "lib/lit/lit-html.js, text/javascript;charset=utf-8",
    "lib/lit/directives/repeat.js, text/javascript;charset=utf-8",
    "lib/d3-zoom.js, text/javascript;charset=utf-8"
  })
  void aFileComesWithItsType(String path, String type) throws Exception {
    HttpResponse<byte[]> answer = served.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").map(found -> found.replace("; ", ";")))
        .hasValue(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page/nothing.js",
        "page/style",
        "page/..%2findex.html",
        "page/..%2f..%2fapp%2fFoveaCommand.class",
        "page/%2e%2e/server/PageServer.class",
        "page/style%2f..%2findex.html",
        "page/..%5cindex.html",
        "page/%252e%252e%252findex.html",
        "page/main.js%00.css",
        "page//etc/passwd",
        "lib/lit/..%2f..%2fd3-zoom%2f3.0.0%2fdist%2fd3-zoom.js",
        "lib/..%2fmain.js",
        "lib/lit-html.js",
        "lesson/..%2findex.html",
        "lesson/%2fetc%2fpasswd"
      })
  void nothingElseIsReached(String path) throws Exception {
    HttpResponse<byte[]> answer = served.get(path);

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(Served.text(answer)).doesNotContain("<!doctype", "root:", "CAFEBABE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"page/../index.html", "page/../../../../etc/passwd", "/etc/passwd"})
  void noPathLeadsOut(String path) throws IOException {
    String answer =
        served.exchange(
            "GET %s%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n"
                .formatted(served.prefix(), path, served.port()));

    assertThat(answer).matches(Pattern.compile("HTTP/1.1 40[04] .*", Pattern.DOTALL));
  }

  @Test
  void aBrowserThatHasAFileIsNotSentItAgain() throws Exception {
    String tag = served.get("page/main.js").headers().firstValue("ETag").orElseThrow();
    String answer =
        served.exchange(
            ("GET %spage/main.js HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nIf-None-Match: %s\r\n"
                    + "Connection: close\r\n\r\n")
                .formatted(served.prefix(), served.port(), tag));

    assertThat(answer).startsWith("HTTP/1.1 304 ");
  }

  @Test
  void aFileTravelsPackedWhereTheBrowserCanUnpackIt() throws Exception {
    HttpResponse<byte[]> plain = served.get("page/main.js");
    HttpResponse<byte[]> packed = served.getPacked("page/main.js");

    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain.body());
  }
}
