package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.Picture;
import io.fovea.network.Initializer;
import io.fovea.network.Network;
import io.fovea.zoo.Architectures;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GraphPictureTest {
  private static final Network SQUEEZENET =
      Architectures.create("squeezenet", 2, Initializer.ZEROS, 1);
  private static final Picture DOT = Picture.of(1, 1, 1, new byte[1]);

  @Test
  void aClosedBlockShowsItsStepsAsThePageDoes() { // squeeze, two expansions, and what joins them
    String svg = GraphPicture.of(SQUEEZENET, Set.of(), layer -> Optional.of(DOT));

    assertThat(count(svg, "<image ")).isEqualTo(12 + 8 * 4); // cards of layers, blocks
    assertThat(count(svg, ">›</text>")).isEqualTo(8 * 2);
    assertThat(svg)
        .contains(">5 · fire2-squeeze1x1 · conv · 56 × 56 × 16</title>")
        .contains(">6 · fire2-relu_squeeze1x1 · activation · 56 × 56 × 16</title>");
  }

  @Test
  void kindsAreToldInWordsToo() {
    String svg = GraphPicture.of(SQUEEZENET, Set.of(), layer -> Optional.empty());

    assertThat(svg).contains(">pooling</text>", ">dropout</text>", ">softmax</text>");
    assertThat(count(svg, ">merge</text>")).isEqualTo(1); // within blocks alone: in the legend
  }

  @Test
  void inAnOpenedBlockALayerIsCalledWithoutTheBlocksName() {
    String svg = GraphPicture.of(SQUEEZENET, Set.of("fire2"), layer -> Optional.empty());

    assertThat(svg).contains(">squeeze1x1</text>").doesNotContain(">fire2-squeeze1x1</text>");
  }

  @Test
  void everyLineHasAHead() { // the last one goes from (134, y) to the card at y + 14
    String svg = GraphPicture.of(SQUEEZENET, Set.of(), layer -> Optional.empty());

    assertThat(
            Pattern.compile(
                    "class=\"line\" d=\"M134.0 [\\d.]+L134.0 [\\d.]+M131.0 .*L134.0 .*L137.0 ")
                .matcher(svg)
                .results())
        .hasSize(19);
  }

  @Test
  void theNetworksNameIsItsTitle() {
    String svg = GraphPicture.of(SQUEEZENET.withName("a<b"), Set.of(), layer -> Optional.empty());

    assertThat(svg)
        .contains("<title>a&lt;b</title>")
        .containsPattern("class=\"title\"[^>]*>a&lt;b<");
  }

  @Test
  void aLongNameKeepsItsEnds() {
    assertThat(GraphCards.shortened("a-network-of-a-long-name-v2", 11)).isEqualTo("a-ne…ame-v2");
    assertThat(GraphCards.shortened("squeezenet", 10)).isEqualTo("squeezenet");
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
