package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.Net;
import io.fovea.explain.Language;
import io.fovea.image.ChannelOrder;
import io.fovea.image.ColorMap;
import io.fovea.image.ColourProfile;
import io.fovea.image.Interpolation;
import io.fovea.image.Picture;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.image.SampleInput;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.Convolution2d;
import io.fovea.network.Flatten;
import io.fovea.network.FullyConnected;
import io.fovea.network.ImageInput;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Padding;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import io.fovea.network.Size;
import io.fovea.network.Softmax;
import io.fovea.testing.SharedData;
import io.fovea.zoo.Card;
import io.fovea.zoo.Model;
import io.fovea.zoo.Models;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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

  private static final Preprocessing FROM_0_TO_1 =
      new Preprocessing(
          ChannelOrder.RGB,
          Resize.stretch(Interpolation.PIL_BILINEAR),
          1 / 255f,
          List.of(),
          List.of(),
          ColourProfile.IGNORE);

  @TempDir private Path folder;

  @Test
  void squeezeNetWithAllItsLayersStaysUnderFiveMegabytes() {
    Path photo = SharedData.require("data/photos/skimage-astronaut.png");
    var models = Models.of(SharedData.require("models"));
    try (Net net = Net.of(models.open("squeezenet"), 2);
        Inputs inputs = new Inputs(FIVE_MEGABYTES)) {
      PageInput input = inputs.start(photo);
      String report = report(net, input, "conv1", Optional.of(36), Language.ENGLISH);

      assertThat(bytes(report)).isLessThan(FIVE_MEGABYTES);
      assertThat(count(report, "<article id=\"layer-\\d+\">")).isEqualTo(68);
      assertThat(report)
          .contains("64 filters look through a 3 × 3 window")
          .contains("Channel 37 (index 36)")
          .contains("113 × 113 × 64");
    }
  }

  @Test
  void montagesGetTheRoomThatIsLeft() { // 60 of noise, 90 kB each if large
    var random = new Random(1);
    var layers = new ArrayList<Layer>(List.of(ImageInput.of("data", 112, 112, 3)));
    for (int i = 1; i <= 60; i++) {
      layers.add(noisy("conv" + i, layers.get(i - 1), random));
    }
    layers.add(new Flatten("flat", "conv60"));

    String report = report(Network.of("deep", layers), "conv20");

    assertThat(bytes(report)).isBetween(4_000_000, FIVE_MEGABYTES);
    assertThat(report).doesNotContain("left out");
    assertThat(count(report, "<img")).isEqualTo(3 + 61);
  }

  @Test
  void fortyLayersOfManyValuesStayUnderFiveMegabytes() {
    var layers = new ArrayList<Layer>(List.of(ImageInput.of("data", 64, 64, 3)));
    layers.add(new Flatten("relu0", "data"));
    for (int i = 1; i <= 40; i++) {
      layers.add(new Relu("relu" + i, "relu" + (i - 1)));
    }

    String report = report(Network.of("long", layers), "relu1");

    assertThat(bytes(report)).isLessThan(FIVE_MEGABYTES);
    assertThat(count(report, "<svg class=\"row\"")).isEqualTo(1 + 41);
  }

  @Test
  void ofMoreLayersThanThereIsRoomForTheFirstAreTold() {
    var layers = new ArrayList<Layer>(List.of(ImageInput.of("data", 8, 8, 3)));
    for (int i = 1; i <= 2000; i++) {
      layers.add(new Relu("relu" + i + "-".repeat(1000), layers.get(i - 1).name()));
    }

    String report = report(Network.of("long", layers), layers.get(1).name());

    long told = count(report, "<article id=\"layer-\\d+\">");
    assertThat(bytes(report)).isLessThan(FIVE_MEGABYTES);
    assertThat(told).isBetween(500L, 2000L);
    assertThat(report).contains("%,d more are left out".formatted(2001 - told));
  }

  @Test
  void aPictureOfTooManyChannelsIsLeftOut() { // a pixel each are 900 × 900
    var random = new Random(1);
    var weights = new float[810_000];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextFloat();
    }
    var many =
        Convolution2d.of(
            "many",
            "data",
            Parameter.of("Weights", weights, weights.length, 1, 1, 1),
            Parameter.of("Bias", new float[weights.length], weights.length));

    String report =
        report(Network.of("wide", List.of(ImageInput.of("data", 1, 2, 1), many)), "many");

    assertThat(bytes(report)).isLessThan(FIVE_MEGABYTES);
    assertThat(report).contains("The picture is left out");
  }

  @Test
  void aLargePictureIsMadeSmaller() {
    List<Layer> layers = List.of(ImageInput.of("data", 1200, 1200, 3), new Relu("relu", "data"));

    assertThat(bytes(report(Network.of("large", layers), "relu"))).isLessThan(FIVE_MEGABYTES);
  }

  @Test
  void aNameBeyondReadingIsCut() {
    assertThat(tiny("name".repeat(1_000_000), Language.ENGLISH))
        .hasSizeLessThan(FIVE_MEGABYTES)
        .contains("name…");
  }

  @Test
  void sizesAreWrittenAsOnThePage() {
    var layers = new ArrayList<Layer>(List.of(ImageInput.of("data", 8, 8, 3)));
    layers.add(noisy("conv", layers.get(0), new Random(1)));

    assertThat(report(Network.of("sizes", layers), "conv"))
        .contains("FilterSize <b>3 × 3</b>")
        .contains("Stride <b>1 1</b>");
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

  /** A layer of 9 filters of 3 × 3, whose weights are random. */
  private static Convolution2d noisy(String name, Layer before, Random random) {
    int channels = before instanceof ImageInput ? 3 : 9;
    var weights = new float[9 * channels * 9];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian() / 3;
    }
    return Convolution2d.of(
            name,
            before.name(),
            Parameter.of("Weights", weights, 9, channels, 3, 3),
            Parameter.of("Bias", new float[9], 9))
        .withPadding(Padding.of(1));
  }

  /** A report about a picture of noise, which packs badly. */
  private String report(Network network, String layer) {
    Size size = network.imageInputs().get(0).size();
    var samples = new byte[size.height() * size.width() * 3];
    new Random(1).nextBytes(samples);
    Path noise = folder.resolve("noise.png");
    Picture.of(size.height(), size.width(), 3, samples).write(noise);
    try (Net net = Net.of(Model.of(network, Card.of(network.name(), FROM_0_TO_1)), 2);
        Inputs inputs = new Inputs(MOST_BYTES)) {
      Look look = Look.of(net, inputs.start(noise).input(), MOST_BYTES);
      var shown = new Shown(look, layer, Optional.of(0), "layer", ColorMap.VIRIDIS);
      return ReportPage.of(shown, inputs.start(noise), Language.ENGLISH, new Wanted());
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
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
    Card card = Card.of(name, FROM_0_TO_1).withOrigin("CC0-1.0", "drawn by hand");
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
