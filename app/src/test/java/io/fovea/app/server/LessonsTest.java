package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonsTest {
  private static final String MARKDOWN =
      """
      # Lesson

      Hello.

      <!-- about: pooling -->
      ## Pooling

      The greatest.

      ### More

      Still pooling.

      ## By the way

      Not about a layer.

      <!-- about: softmax, output -->
      ## The end

      Scores.

      <!-- about: pooling -->
      ## Pooling again

      The mean.
      """;

  @Test
  void aFragmentIsAllThatIsSaidOfAKindOfLayer() {
    assertThat(lessons(MARKDOWN).fragment("en", "pooling"))
        .hasValue(
            """
            <h2>Pooling</h2>
            <p>The greatest.</p>
            <h3>More</h3>
            <p>Still pooling.</p>
            <h2>Pooling again</h2>
            <p>The mean.</p>
            """);
  }

  @Test
  void aSectionMayBeAboutTwoKinds() {
    String both = "<h2>The end</h2>\n<p>Scores.</p>\n";

    assertThat(lessons(MARKDOWN).fragment("en", "softmax")).hasValue(both);
    assertThat(lessons(MARKDOWN).fragment("en", "output")).hasValue(both);
  }

  @Test
  void whatIsNotToldIsEmpty() {
    assertThat(lessons(MARKDOWN).fragment("en", "dropout")).isEmpty();
    assertThat(lessons(MARKDOWN).fragment("fr", "pooling")).isEmpty();
    assertThat(lessons(MARKDOWN).text("fr")).isEmpty();
  }

  @Test
  void theWholeTextHasAllSectionsAndNoComments() {
    assertThat(lessons(MARKDOWN).text("en").orElseThrow())
        .startsWith("<h1>Lesson</h1>\n<p>Hello.</p>\n<h2>Pooling</h2>")
        .contains("<h2>By the way</h2>")
        .endsWith("<p>The mean.</p>\n")
        .doesNotContain("about:");
  }

  @Test
  void aLinkIntoThePageBecomesItsQuery() {
    assertThat(html("See [conv1](explore:?layer=conv1&channel=38)."))
        .isEqualTo("<p>See <a href=\"?layer=conv1&amp;channel=38\">conv1</a>.</p>\n");
  }

  @Test
  void ofOtherLinksTheWordsStay() {
    assertThat(html("See [the *training*](training.md), [there](https://example.org) or <b>x</b>."))
        .isEqualTo("<p>See the <em>training</em>, there or x.</p>\n");
  }

  @Test
  void aParagraphThatOnlyLinksElsewhereGoesAway() {
    assertThat(html("Hello.\n\n[한국어](lesson.ko.md)")).isEqualTo("<p>Hello.</p>\n");
  }

  @Test
  void noHtmlOfTheTextReachesThePage() {
    assertThat(html("<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\na < b"))
        .isEqualTo("<p>a &lt; b</p>\n");
    assertThat(html("[x](javascript:alert) ![y](javascript:alert)")).isEqualTo("<p>x y</p>\n");
  }

  @Test
  void picturesAreTheLessonsOwn() {
    assertThat(html("![Filters](lesson/filters.png) ![no](../secret.png)"))
        .isEqualTo("<p><img src=\"lesson/filters.png\" alt=\"Filters\" /> no</p>\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void thePicturesOfTheTextAreThere(String language) {
    Lessons lessons = Lessons.read();
    String text = lessons.text(language).orElseThrow();

    assertThat(Pattern.compile("src=\"lesson/([^\"]+)\"").matcher(text).results())
        .hasSizeGreaterThan(5)
        .allSatisfy(found -> assertThat(lessons.picture(found.group(1))).isPresent());
    assertThat(lessons.fragment(language, "convolution").orElseThrow()).contains("href=\"?");
  }

  @Test
  void nothingElseIsAPicture() {
    assertThat(Lessons.read().picture("nowhere.png")).isEmpty();
    assertThat(Lessons.read().picture("../lesson.md")).isEmpty();
    assertThat(Lessons.read().picture("pictures.jsh")).isEmpty();
  }

  private static String html(String markdown) {
    return lessons(markdown).text("en").orElseThrow();
  }

  private static Lessons lessons(String markdown) {
    return Lessons.of(Map.of("en", markdown));
  }
}
