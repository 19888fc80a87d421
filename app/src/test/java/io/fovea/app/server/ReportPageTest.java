package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.Net;
import io.fovea.explain.Language;
import io.fovea.image.ChannelOrder;
import io.fovea.image.ColorMap;
import io.fovea.image.ColourProfile;
import io.fovea.image.Interpolation;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.image.SampleInput;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.FullyConnected;
import io.fovea.network.ImageInput;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.network.Softmax;
import io.fovea.testing.SharedData;
import io.fovea.zoo.Card;
import io.fovea.zoo.Model;
import io.fovea.zoo.Models;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class ReportPageTest {
  private static final String HOSTILE = "<script>alert('1')</script>\"&";
  private static final int FIVE_MEGABYTES = 5_000_000;
  private static final long MOST_BYTES = 1L << 30;

  @TempDir private Path folder;

  @Test
  void squeezeNetWithAllItsLayersStaysUnderFiveMegabytes() {
    Path photo = SharedData.require("data/photos/skimage-astronaut.png");
    var models = Models.of(SharedData.require("models"));
    try (Net net = Net.of(models.open("squeezenet"), 2);
        Inputs inputs = new Inputs(FIVE_MEGABYTES)) {
      PageInput input = inputs.start(photo);
      String report = report(net, input, "conv1", Optional.of(36), Language.ENGLISH);

      assertThat(report.getBytes(StandardCharsets.UTF_8).length).isLessThan(FIVE_MEGABYTES);
      assertThat(count(report, "<article id=\"layer-\\d+\">")).isEqualTo(68);
      assertThat(report)
          .contains("64 filters look through a 3 × 3 window")
          .contains("Channel 37 (index 36)")
          .contains("113 × 113 × 64");
    }
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    String report = tiny("fc", Language.ENGLISH);

    assertThat(Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(report).results())
        .extracting(each -> each.group(1))
        .isNotEmpty()
        .allMatch(to -> to.startsWith("data:image/png;base64,") || to.startsWith("#layer-"));
    assertThat(report).doesNotContain("<script", "style=\"", "@import", "url(");
  }

  @Test
  void itsPolicyAllowsItsOwnPicturesAndStyleAlone() {
    String report = tiny("fc", Language.ENGLISH);
    String css = group(report, "<style>(.*?)</style>");

    assertThat(ReportPage.policy())
        .isEqualTo(
            "default-src 'none'; img-src data:; style-src 'sha256-" + PageFile.digest(css) + "'");
    assertThat(report)
        .contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\""
                + ReportPage.policy().replace("'", "&#39;"));
  }

  @Test
  void namesOfAModelStayText() {
    String report = tiny(HOSTILE, Language.ENGLISH);

    assertThat(report)
        .doesNotContain("<script")
        .contains("2. &lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;")
        .contains(">&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;</th>");
  }

  @Test
  void itSpeaksKorean() {
    assertThat(tiny("fc", Language.KOREAN))
        .contains("<html lang=\"ko\">")
        .contains("<h2>네트워크가 보는 입력</h2>")
        .contains("구조가 정한 값");
  }

  @Test
  void itCallsThingsInKoreanAsThePageDoes() {
    assertThat(tiny("fc", Language.KOREAN))
        .contains("<h1>fc 네트워크가 본 ")
        .contains("층 4개 · 학습 매개변수 26개")
        .contains("선택한 층: fc", "층별로 보기")
        .contains(">종류</th>", ">활성화 값</th>", ">학습 매개변수</th>")
        .doesNotContain("계층", "신경망", "파라미터", "활성값");
  }

  @Test
  void itSaysHowItWasMade() {
    assertThat(tiny("fc", Language.ENGLISH))
        .contains("<dd>CC0-1.0</dd>")
        .contains("<dd>drawn by hand</dd>")
        .contains("<dt>SHA-256 of the file</dt>\n<dd>not stated</dd>")
        .contains("<dd>2 × 2 × 3; RGB; PIL bilinear, stretched; (sample × 0.003921569 − 0) / 1");
  }

  @Test
  void theSameLookGivesTheSameReport() {
    assertThat(tiny("fc", Language.ENGLISH)).isEqualTo(tiny("fc", Language.ENGLISH));
  }

  private String tiny(String layer, Language language) {
    Path face = folder.resolve("face.png");
    SampleInput.FACE.write(face);
    try (Net net = Net.of(model(layer), 1);
        Inputs inputs = new Inputs(FIVE_MEGABYTES)) {
      return report(net, inputs.start(face), layer, Optional.empty(), language);
    }
  }

  private static String report(
      Net net, PageInput input, String layer, Optional<Integer> channel, Language language) {
    Look look = Look.of(net, input.input(), MOST_BYTES);
    return ReportPage.of(
        new Shown(look, layer, channel, "layer", ColorMap.GRAY), input, language, new Wanted());
  }

  /** Colour pictures of 2 × 2 and two classes, of which one may be called anything. */
  private static Model model(String name) {
    var weights = Parameter.of("Weights", new float[2 * 12], 2, 12);
    var network =
        Network.of(
            name,
            List.of(
                ImageInput.of("data", 2, 2, 3),
                FullyConnected.of(name, "data", weights, Parameter.of("Bias", new float[2], 2)),
                Softmax.of("prob", name),
                new ClassificationOutput("output", "prob", List.of(name, "none"))));
    var preprocessing =
        new Preprocessing(
            ChannelOrder.RGB,
            Resize.stretch(Interpolation.PIL_BILINEAR),
            1 / 255f,
            List.of(),
            List.of(),
            ColourProfile.IGNORE);
    Card card = Card.of(name, preprocessing).withOrigin("CC0-1.0", "drawn by hand");
    return Model.of(network, card.withClasses(List.of(name, "none")));
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  private static String group(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(text)
        .results()
        .findFirst()
        .map((MatchResult each) -> each.group(1))
        .orElseThrow();
  }
}
