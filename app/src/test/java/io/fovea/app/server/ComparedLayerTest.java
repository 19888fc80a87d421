package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.Convolution2d;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.network.Relu;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inputs of two channels with two values each: 1 1 and 0 4, then 1 3 and 4 0. */
class ComparedLayerTest {
  private static final ComparedOptions WHOLE = new ComparedOptions(64, 8, false);

  private final Network network = mixing(1, "mean");
  private final Look before = TinyLooks.look(network, 1, 1, 0, 4);
  private final Look after = TinyLooks.look(network, 1, 3, 4, 0);

  @Test
  void theChannelThatChangedMostComesFirst() {
    JsonArray ranked = head("data", WHOLE).getArray("ranked");

    // differences 4 −4, both channels' values 0 4 4 0: 4 / 2, the most there is
    assertThat(ranked.getObject(0)).containsEntry("channel", 1).containsEntry("change", 2.0);
    // differences 0 2, both channels' values 1 1 1 3: √2 / √0.75
    assertThat(ranked.getObject(1)).containsEntry("channel", 0);
    assertThat(ranked.getObject(1).getDouble("change")).isCloseTo(1.633, within(0.001));
  }

  @Test
  void bothSidesHaveOneScaleAndTheDifferenceOneAroundZero() {
    byte[] answer = ComparedLayer.of(before, after, "data", WHOLE);

    JsonObject head = TinyLooks.head(answer);
    assertThat(head.getArray("limits")).hasToString("[[0.0, 4.0]]");
    assertThat(head.getArray("differenceLimits")).hasToString("[[-4.0, 4.0]]");
    assertThat(drawn(answer, "before")).containsExactly(0, 255, 64, 64);
    assertThat(drawn(answer, "after")).containsExactly(255, 0, 64, 191);
    assertThat(drawn(answer, "difference")).containsExactly(255, 0, 128, 191);
  }

  @Test
  void valuesThatAreNotFiniteDoNotCountForTheScale() {
    Network steep = weighted(2, "mean", Float.MAX_VALUE, 0, 0, 1); // of the first input too much
    Look finite = TinyLooks.look(steep, 0, 0, 0, 4);
    Look infinite = TinyLooks.look(steep, 3, 0, 4, 0);

    byte[] answer = ComparedLayer.of(finite, infinite, "mix", WHOLE);

    assertThat(TinyLooks.head(answer).getArray("limits")).hasToString("[[0.0, 4.0]]");
    assertThat(drawn(answer, "before")).containsExactlyInAnyOrder(0, 0, 0, 255);
    assertThat(drawn(answer, "after")).containsExactlyInAnyOrder(255, 0, 255, 0);
  }

  @Test
  void eachChannelMayHaveAScaleOfItsOwn() {
    byte[] answer = ComparedLayer.of(before, after, "data", new ComparedOptions(64, 8, true));

    JsonObject head = TinyLooks.head(answer);
    assertThat(head.getArray("limits")).hasToString("[[0.0, 4.0], [1.0, 3.0]]");
    assertThat(head.getArray("differenceLimits")).hasToString("[[-4.0, 4.0], [-2.0, 2.0]]");
    assertThat(drawn(answer, "after")).containsExactly(255, 0, 0, 255);
  }

  @Test
  void onlySoManyChannelsAreDrawn() {
    JsonObject head = head("data", new ComparedOptions(64, 1, false));

    assertThat(head.getArray("ranked")).hasSize(1);
    assertThat(head.getObject("before").getArray("channels")).containsExactly(1);
  }

  @Test
  void channelsOfOneValueAreRankedByHowFarTheValuesLieApart() {
    JsonObject head = head("mean", WHOLE);

    assertThat(head.getBoolean("values")).isTrue();
    assertThat(head.getArray("ranked").getObject(0)) // 1 and 2; the other is 2 and 2
        .containsEntry("channel", 0)
        .containsEntry("meanBefore", 1.0)
        .containsEntry("meanAfter", 2.0);
    assertThat(head).doesNotContainKey("before");
  }

  @Test
  void withoutOneNumberOfChannelsEachSideIsShownByItself() {
    Look two = TinyLooks.look(mixing(2, "mean"), 1, 1, 0, 4);

    JsonObject head = TinyLooks.head(ComparedLayer.of(before, two, "mix", WHOLE));

    assertThat(head.getBoolean("comparable")).isFalse();
    assertThat(head.getArray("size")).containsExactly(1, 2, 1);
    assertThat(head.getArray("otherSize")).containsExactly(1, 2, 2);
    assertThat(head.getObject("after").getArray("channels")).containsExactly(0, 1);
    assertThat(head).doesNotContainKeys("ranked", "difference");
  }

  @Test
  void classesAreMatchedByLabelAndHaveTheirOwnNumbers() {
    // before: cat 1, dog 2, cow 3; after: dog 7, cat 1
    Look one = TinyLooks.look(naming("cat", "dog", "cow"), 1, 2, 3);
    Look other = TinyLooks.look(naming("dog", "cat"), 7, 1);

    JsonObject head = TinyLooks.head(ComparedLayer.of(one, other, "output", WHOLE));

    assertThat(head).containsEntry("matched", "label").containsEntry("shared", 2);
    assertThat(head.getArray("labels")).containsExactly("dog", "cat");
    assertThat(head.getArray("ranked").getObject(0))
        .containsEntry("channel", 1)
        .containsEntry("meanBefore", 2.0)
        .containsEntry("meanAfter", 7.0);
    assertThat(head.getArray("ranked").getObject(1)).containsEntry("channel", 0);
  }

  @Test
  void aLabelIsMatchedHoweverItsWordsAreWritten() {
    Look one = TinyLooks.look(naming("tiger cat", "dog"), 1, 2);
    Look other = TinyLooks.look(naming("Dog", "tiger_cat"), 7, 1);

    JsonObject head = TinyLooks.head(ComparedLayer.of(one, other, "output", WHOLE));

    assertThat(head.getArray("labels")).containsExactly("dog", "tiger cat");
    assertThat(head.getArray("ranked").getObject(0)).containsEntry("meanAfter", 7.0);
  }

  @Test
  void classesOfManyValuesAreMatchedByLabelToo() {
    // before: cat 1 1, dog 2 2, cow 3 3; after: dog 2 6, cat 1 1
    Look one = TinyLooks.look(mapping("cat", "dog", "cow"), 1, 1, 2, 2, 3, 3);
    Look other = TinyLooks.look(mapping("dog", "cat"), 2, 6, 1, 1);

    byte[] answer = ComparedLayer.of(one, other, "map", WHOLE);

    JsonObject head = TinyLooks.head(answer);
    assertThat(head.getArray("labels")).containsExactly("dog", "cat");
    assertThat(head.getObject("before").getArray("channels")).containsExactly(1, 0);
    assertThat(head.getObject("after").getArray("channels")).containsExactly(0, 1);
    assertThat(head.getArray("limits")).hasToString("[[1.0, 6.0]]");
    assertThat(drawn(answer, "before")).containsExactly(51, 51, 0, 0);
    assertThat(drawn(answer, "after")).containsExactly(51, 255, 0, 0);
    assertThat(drawn(answer, "difference")).containsExactly(128, 255, 128, 128);
  }

  @Test
  void classesOfOtherNamesAreToldSideBySide() {
    Look one = TinyLooks.look(naming("cat", "dog"), 1, 2);
    Look other = TinyLooks.look(naming("rose", "tulip"), 7, 1);

    JsonObject head = TinyLooks.head(ComparedLayer.of(one, other, "output", WHOLE));

    assertThat(head).containsEntry("comparable", false).containsEntry("values", true);
    assertThat(head.getArray("before").getObject(0)).containsEntry("label", "dog");
    assertThat(head.getArray("after").getObject(0)).containsEntry("label", "rose");
  }

  @Test
  void aLayerThatTheOtherNetworkLacksIsSaid() {
    Look other = TinyLooks.look(mixing(1, "average"), 1, 1, 0, 4);

    assertThatThrownBy(() -> ComparedLayer.of(before, other, "mean", WHOLE))
        .hasMessage("mixing has no layer mean; choose one that both networks have");
  }

  /** Tells its input's values as scores of these classes. */
  private static Network naming(String... classes) {
    return Network.of(
        "naming",
        List.of(
            ImageInput.of("data", 1, 1, classes.length),
            new ClassificationOutput("output", "data", List.of(classes))));
  }

  /** Passes its channels of 1 × 2 on, and tells their means as scores of these classes. */
  private static Network mapping(String... classes) {
    return Network.of(
        "mapping",
        List.of(
            ImageInput.of("data", 1, 2, classes.length),
            new Relu("map", "data"),
            new GlobalAveragePooling2d("mean", "map"),
            new ClassificationOutput("output", "mean", List.of(classes))));
  }

  private JsonObject head(String layer, ComparedOptions options) {
    return TinyLooks.head(ComparedLayer.of(before, after, layer, options));
  }

  /** The pictures of one side; each has two values. */
  private static int[] drawn(byte[] answer, String side) {
    JsonObject head = TinyLooks.head(answer);
    int channels = head.getArray("ranked").size();
    return TinyLooks.levels(answer, head.getObject(side).getInt("offset"), channels * 2);
  }

  /** Two channels of 1 × 2; their means, and so many 1 × 1 filters. */
  private static Network mixing(int filters, String mean) {
    return weighted(filters, mean, new float[filters * 2]);
  }

  private static Network weighted(int filters, String mean, float... values) {
    var weights = Parameter.of("Weights", values, filters, 2, 1, 1);
    var bias = Parameter.of("Bias", new float[filters], filters);
    return Network.of(
        "mixing",
        List.of(
            ImageInput.of("data", 1, 2, 2),
            Convolution2d.of("mix", "data", weights, bias),
            new GlobalAveragePooling2d(mean, "data")));
  }
}
