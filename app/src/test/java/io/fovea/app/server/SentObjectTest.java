package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentObjectTest {
  @Test
  void whatIsLeftOutIsNotThere() {
    var sent = parse("{}");

    assertThat(sent.text("layer")).isEmpty();
    assertThat(sent.number("rate")).isEmpty();
    assertThat(sent.whole("seed")).isEmpty();
    assertThat(sent.isSet("scratch")).isFalse();
  }

  @Test
  void whatIsThereIsAsItWasSent() {
    var sent = parse("{\"layer\": \"conv1\", \"rate\": 0.5, \"seed\": 7, \"scratch\": true}");

    assertThat(sent.text("layer")).contains("conv1");
    assertThat(sent.number("rate")).contains(0.5);
    assertThat(sent.whole("seed")).contains(7L);
    assertThat(sent.isSet("scratch")).isTrue();
  }

  @Test
  void nullIsNotAsIfItWereLeftOut() { // what a page writes for a number that it couldn't read
    assertThatThrownBy(() -> parse("{\"rate\": null}").number("rate"))
        .hasMessage("rate: this must be a number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "[1]", "null", "{\"a\": 1"})
  void somethingElseThanAnObjectIsRefused(String json) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(RequestException.class)
        .hasMessage("settings are one JSON object, but this is none");
  }

  @Test
  void listsInListsWithoutEndAreRefused() {
    assertThatThrownBy(() -> parse("{\"a\": " + "[".repeat(500_000)))
        .isInstanceOf(RequestException.class)
        .hasMessage("settings are one JSON object, but this is nested too deeply to be read");
  }

  private static SentObject parse(String json) {
    return SentObject.parse(json, "settings are one JSON object");
  }
}
