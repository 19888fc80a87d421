package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.FullyConnected;
import io.fovea.network.GlobalAveragePooling2d;
import io.fovea.network.ImageInput;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.network.Softmax;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Networks that give the two values of their input to two classes. */
class ComparedRowsTest {
  private final Network network = telling("left", "right");

  @Test
  void theSameOnBothSidesHasNotChanged() {
    Look look = TinyLooks.look(network, 0, 1);

    JsonArray rows = rows(look, look);

    assertThat(rows).hasSize(4).allSatisfy(row -> assertThat(row).asString().contains("change=0"));
  }

  @Test
  void aRowSaysHowMuchItsLayerChangedAndShowsBothSidesOnOneScale() {
    byte[] answer =
        ComparedRows.of(
            TinyLooks.look(network, 0, 1), TinyLooks.look(network, 1, 0), 8, new Wanted());

    JsonObject row = TinyLooks.head(answer).getArray("rows").getObject(0);
    assertThat(row)
        .containsEntry("name", "data")
        .containsEntry("comparable", true)
        .containsEntry("placeByPlace", true)
        .containsEntry("change", 2.0); // differences 1 −1, the deviation of 0 1 1 0 is 0.5
    assertThat(TinyLooks.levels(answer, row.getObject("picture").getInt("offset"), 2))
        .containsExactly(0, 255);
    assertThat(TinyLooks.levels(answer, row.getObject("otherPicture").getInt("offset"), 2))
        .containsExactly(255, 0);
  }

  @Test
  void aRowShowsTheChannelThatVariesOnBothSides() {
    Network two = channels();

    assertThat(drawn(TinyLooks.look(two, 0, 9, 0, 1), TinyLooks.look(two, 5, 5, 1, 0)))
        .containsExactly(0, 255, 255, 0); // of the first channel the other side has one value
  }

  @Test
  void whatOneNetworkMakesOfTwoInputsIsDrawnOnOneScale() {
    Network two = channels();

    assertThat(drawn(TinyLooks.look(two, 0, 5, 0, 0), TinyLooks.look(two, 5, 10, 0, 0)))
        .containsExactly(0, 128, 128, 255);
  }

  @Test
  void whatTwoNetworksMakeIsDrawnOnAScaleEach() {
    Look one = TinyLooks.look(channels(), 0, 5, 0, 0);
    Look other = TinyLooks.look(channels(), 5, 10, 0, 0);

    assertThat(drawn(one, other)).containsExactly(0, 255, 0, 255);
    assertThat(rows(one, other).getObject(0)).containsEntry("oneScale", false);
  }

  @Test
  void whereNoChannelVariesOnBothSidesEachShowsItsOwn() {
    Network two = channels();
    Look one = TinyLooks.look(two, 0, 9, 4, 4);
    Look other = TinyLooks.look(two, 5, 5, 1, 0);

    assertThat(drawn(one, other)).containsExactly(0, 255, 255, 0);
    assertThat(rows(one, other).getObject(0)).containsEntry("oneScale", false);
  }

  @Test
  void aSideOfOneValueIsMiddleGray() {
    Network two = channels();

    assertThat(drawn(TinyLooks.look(two, 0, 9, 0, 1), TinyLooks.look(two, 5, 5, 7, 7)))
        .containsExactly(0, 255, 128, 128);
  }

  @Test
  void channelsOfOneValueEachAreDrawnAllTogether() { // two, and two places that are left over
    byte[] answer =
        ComparedRows.of(
            TinyLooks.look(network, 9, 0), TinyLooks.look(network, 0, 9), 8, new Wanted());

    JsonObject fc = TinyLooks.head(answer).getArray("rows").getObject(1);
    assertThat(TinyLooks.levels(answer, fc.getObject("picture").getInt("offset"), 8))
        .containsExactly(255, 0, 0, 0, 0, 255, 0, 0);
  }

  @Test
  void whatNobodyWaitsForIsNotComparedToItsEnd() {
    Look look = TinyLooks.look(network, 0, 1);
    var wanted = new Wanted();

    wanted.drop("the page that asked is gone");

    assertThatThrownBy(() -> ComparedRows.of(look, look, 8, wanted))
        .hasMessage("the page that asked is gone");
  }

  @Test
  void anotherNumberOfChannelsIsNotCompared() {
    JsonArray rows =
        rows(TinyLooks.look(network, 0, 1), TinyLooks.look(telling("cat", "dog", "bird"), 0, 1));

    JsonObject fc = rows.getObject(1);
    assertThat(fc).containsEntry("comparable", false).doesNotContainKey("change");
    assertThat(fc.getArray("size")).containsExactly(1, 1, 2);
    assertThat(fc.getArray("otherSize")).containsExactly(1, 1, 3);
  }

  @Test
  void classesAreComparedByTheirNames() {
    Look before = TinyLooks.look(network, 9, 0);

    // what "left" and "right" are told by is exchanged: each class has the value it had before
    JsonObject fc = rows(before, TinyLooks.look(telling("right", "left"), 0, 9)).getObject(1);

    assertThat(fc).containsEntry("matched", "label").containsEntry("change", 0.0);
  }

  @Test
  void classesOfOtherNamesAreNotCompared() {
    Look before = TinyLooks.look(network, 9, 0);

    JsonArray rows = rows(before, TinyLooks.look(telling("cat", "dog"), 9, 0));

    assertThat(rows.getObject(0)).containsEntry("matched", "number"); // the picture
    assertThat(rows.getObject(1))
        .containsEntry("matched", "label")
        .containsEntry("comparable", false);
  }

  @Test
  void classesThatOnlyOneNetworkNamesAreComparedByNumber() {
    Look before = TinyLooks.look(network, 9, 0);

    JsonObject fc = rows(before, TinyLooks.look(telling(2), 9, 0)).getObject(1);

    assertThat(fc).containsEntry("matched", "unnamed").containsEntry("comparable", true);
  }

  @Test
  void scoresStandSideBySideByTheirClass() {
    JsonArray scores =
        scores(TinyLooks.look(network, 9, 0), TinyLooks.look(telling("right", "left"), 9, 0));

    // each puts all on its first class
    assertThat(scores).hasSize(2);
    assertThat(scores.getObject(0).getString("label")).isEqualTo("left");
    assertThat(scores.getObject(0).getDouble("before")).isGreaterThan(0.99);
    assertThat(scores.getObject(0).getDouble("after")).isLessThan(0.01);
  }

  @Test
  void aClassThatOneNetworkDoesNotKnowHasNoScoreThere() {
    JsonArray scores =
        scores(TinyLooks.look(network, 9, 0), TinyLooks.look(telling("cat", "right"), 9, 0));

    assertThat(scores.getObject(0)).containsEntry("label", "left").containsEntry("after", null);
  }

  private static JsonArray rows(Look before, Look after) {
    return TinyLooks.head(ComparedRows.of(before, after, 8, new Wanted())).getArray("rows");
  }

  private static JsonArray scores(Look before, Look after) {
    return TinyLooks.head(ComparedRows.of(before, after, 8, new Wanted())).getArray("scores");
  }

  /** What is drawn of the input of both sides: two values each. */
  private static int[] drawn(Look before, Look after) {
    byte[] answer = ComparedRows.of(before, after, 8, new Wanted());
    JsonObject row = TinyLooks.head(answer).getArray("rows").getObject(0);
    return TinyLooks.levels(answer, row.getObject("picture").getInt("offset"), 4);
  }

  /** An input of two channels, two values each. */
  private static Network channels() {
    return Network.of(
        "two", List.of(ImageInput.of("data", 1, 2, 2), new GlobalAveragePooling2d("mean", "data")));
  }

  private static Network telling(String... classes) {
    return telling(classes.length, classes);
  }

  private static Network telling(int count, String... classes) {
    var weights = new float[count * 2];
    weights[0] = 1; // the first class is told by the first value
    weights[3] = 1;
    return Network.of(
        "telling",
        List.of(
            ImageInput.of("data", 1, 2, 1),
            FullyConnected.of(
                "fc",
                "data",
                Parameter.of("Weights", weights, count, 2),
                Parameter.of("Bias", new float[count], count)),
            Softmax.of("prob", "fc"),
            new ClassificationOutput("output", "prob", List.of(classes))));
  }
}
