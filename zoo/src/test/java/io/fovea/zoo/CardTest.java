package io.fovea.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.image.ChannelOrder;
import io.fovea.image.ColourProfile;
import io.fovea.image.Interpolation;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.network.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardTest {
  private static final Card DIGITS =
      new Card(
          2,
          "digits",
          Optional.of(Size.of(28, 30)),
          new Preprocessing(
              ChannelOrder.BGR,
              Resize.stretch(Interpolation.BILINEAR),
              0.5f,
              List.of(1f, 2f, 3f),
              List.of(4f, 5f, 6f),
              ColourProfile.APPLY),
          List.of("null", "eins \"1\""),
          "CC0-1.0",
          "made here",
          "ab12",
          Optional.of(
              Training.of("MNIST", "CC BY-SA 3.0", "fovea train digits", Long.MAX_VALUE)
                  .withAccuracy(.975, Map.of("null", 1., "eins \"1\"", .95))));

  @Test
  void whatIsWrittenIsReadAgain() {
    assertThat(read(DIGITS.toJson())).isEqualTo(DIGITS);
  }

  @Test
  void theFirstVersionOfTheFormatStaysReadable() {
    String smallest = "{\"formatVersion\": 1}";

    assertThat(read(smallest).withName("other"))
        .isEqualTo(Card.of("other", CommonPreprocessing.torchvision(256)));
  }

  @Test
  void anAccuracyIsAFraction() {
    var training = Training.of("MNIST", "", "", 1);

    assertThatThrownBy(() -> training.withAccuracy(97.5, Map.of()))
        .isInstanceOf(ZooException.class)
        .hasMessage("accuracy is 97.5, but must be a fraction from 0 to 1");
    assertThatThrownBy(() -> training.withAccuracy(.9, Map.of("cat", Double.NaN)))
        .isInstanceOf(ZooException.class)
        .hasMessage("accuracy of cat is NaN, but must be a fraction from 0 to 1");
  }

  @Test
  void whatACardLeavesOutFollowsFromTheModel() {
    Card card = read("{\"formatVersion\": 1, \"classes\": [\"cat\", \"dog\"]}");

    assertThat(card.classes()).containsExactly("cat", "dog");
    assertThat(card.preprocessing()).isEqualTo(CommonPreprocessing.torchvision(256));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|c.json: formatVersion is missing",
        "{\"formatVersion\": 3}|c.json: formatVersion is 3, and this Fovea reads cards of version 1 to 2",
        "{\"formatVersion\": 1.5}|c.json: formatVersion must be a whole number",
        "{\"formatVersion\": 1, \"name\": 3}|c.json: name must be a text",
        "{\"formatVersion\": 1, \"classes\": \"cat\"}|c.json: classes must be a list of texts",
        "{\"formatVersion\": 1, \"inputSize\": [3]}|c.json: inputSize must be two numbers, [height, width]",
        "{\"formatVersion\": 2, \"training\": {\"accuracy\": 70}}|c.json: training.accuracy must be a fraction from 0 to 1",
        "{\"formatVersion\": 2, \"training\": {\"seed\": \"x\"}}|c.json: training.seed must be a whole number",
        "{\"formatVersion\": 2, \"training\": {\"classAccuracy\": {\"cat\": -1}}}|c.json: training.classAccuracy.cat must be a fraction from 0 to 1",
        "{\"formatVersion\": 1, \"preprocessing\": {}}|c.json: preprocessing.resize is missing",
      })
  void aFaultyCardIsRefusedWithTheKeyThatIsWrong(String json, String sentence) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(ZooException.class).hasMessage(sentence);
  }

  @Test
  void aTextThatIsNoJsonIsRefusedWithThePlace() {
    assertThatThrownBy(() -> read("{\"formatVersion\": 1,\n oops}"))
        .isInstanceOf(ZooException.class)
        .hasMessageStartingWith("c.json: not JSON at line 2, column ")
        .hasMessageEndingWith("; mend the card or take it away");
  }

  private static Card read(String json) {
    return CardJson.read(json, "c.json", Card.of("other", CommonPreprocessing.torchvision(256)));
  }
}
