package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveSettingsTest {
  private static final String LEAST =
      "{\"model\": \"tiny\", \"layer\": \"conv1\", \"height\": 2, \"width\": 3%s}";

  @Test
  void networkLayerAndSidesAreEnough() {
    var settings = LiveSettings.parse(LEAST.formatted(""));

    assertThat(settings.layer()).isEqualTo("conv1");
    assertThat(settings.width()).isEqualTo(3);
    assertThat(settings.size()).isEqualTo(64);
    assertThat(settings.channels()).isEmpty();
    assertThat(settings.channel()).isEqualTo(-1);
  }

  @Test
  void channelsComeInTheOrderTheyAreNamed() {
    var settings = LiveSettings.parse(LEAST.formatted(", \"channels\": [7, 3, 5]"));

    assertThat(settings.channels().orElseThrow()).containsExactly(7, 3, 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "size": 7               | "size" of the live pictures is 7; it must be from 8 to 512
          "size": "large"         | size: this must be a number
          "size": 64.5            | size: this must be a whole number, not 64.5
          "number": 99999999999   | "number" of the live pictures is 99999999999; it must be from 0 to 2147483647
          "scale": 1              | scale: this must be a text
          "model": 5              | model: this must be a text
          "layer": ""             | the settings of live pictures lack "layer"; add it as a text
          "channels": "all"       | "channels" of the live pictures must be a list of whole numbers from 0
          "channels": [0, 1.5]    | "channels" of the live pictures must be a list of whole numbers from 0
          "channels": [4, 2, 4]   | "channels" of the live pictures holds 4 twice; name each channel once
          """)
  void aValueThatCannotBeIsNamed(String field, String sentence) {
    assertThatThrownBy(() -> LiveSettings.parse(LEAST.formatted(", " + field)))
        .isInstanceOf(RequestException.class)
        .hasMessage(sentence);
  }
}
