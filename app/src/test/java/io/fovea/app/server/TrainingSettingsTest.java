package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.Kept;
import io.fovea.learn.TrainingOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingSettingsTest {
  @Test
  void networkAndFolderAreEnough() {
    var settings = TrainingSettings.parse("{\"network\": \"tiny\", \"folder\": \"pictures\"}");

    assertThat(settings.validation()).isEqualTo(0.2);
    assertThat(settings.kept()).isEqualTo(Kept.BEST);
    assertThat(settings.over(TrainingOptions.standard()))
        .isEqualTo(TrainingOptions.standard().withSeed(1));
  }

  @Test
  void whatIsChosenCounts() {
    TrainingSettings settings =
        TinyTraining.settings(
            Path.of("pictures"),
            ", \"epochs\": 3, \"batch\": 4, \"seed\": 7, \"keep\": \"last\","
                + " \"augmentation\": \"flip\"");

    assertThat(settings.over(TrainingOptions.standard()))
        .isEqualTo(TrainingOptions.standard().withSeed(7).withEpochs(3).withBatch(4).withRate(0.1));
    assertThat(settings.kept()).isEqualTo(Kept.LAST);
    assertThat(settings.augmentation()).hasToString("Optional[flip]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "epochs": 0           | the epochs must be from 1 to 1000, not 0
          "epochs": 1e99        | the epochs must be from 1 to 1000, not 2147483647
          "epochs": "many"      | epochs: this must be a number
          "batch": 2.5          | batch: this must be a whole number, not 2.5
          "validation": 0.9     | the share held out must be from 0.05 to 0.5, not 0.9
          "rate": -1            | the learn rate must be from 1.0E-9 to 100, not -1
          "keep": "worst"       | there is no "worst" network to keep; choose best or last
          "augmentation": 1     | augmentation: this must be a text
          "scratch": "yes"      | scratch: this must be true or false
          "scratch": 1          | scratch: this must be true or false
          "name": 7             | name: this must be a text
          "name": "my pets!"    | my pets!: a name has at most 60 letters a to z, digits, -, _ and ., and begins with a letter or digit; my-pets would do
          "name": "../pets"     | ../pets: a name has at most 60 letters a to z, digits, -, _ and ., and begins with a letter or digit; pets would do
          "name": ".."          | ..: a name has at most 60 letters a to z, digits, -, _ and ., and begins with a letter or digit; pets would do
          "name": "강아지"       | 강아지: a name has at most 60 letters a to z, digits, -, _ and ., and begins with a letter or digit; pets would do
          "name": "trained-7"   | trained-7: trainings without a name give names of this form; choose another, such as pets
          "name": "pets-at-60"  | pets-at-60: trainings without a name give names of this form; choose another, such as pets
          """)
  void aValueThatCannotBeIsNamed(String field, String sentence) {
    assertThatThrownBy(
            () -> TrainingSettings.parse("{\"network\": \"n\", \"folder\": \"f\", " + field + "}"))
        .isInstanceOf(RequestException.class)
        .hasMessage(sentence);
  }

  @Test
  void aNameHasSixtyLettersAtMost() {
    String longest = "p".repeat(60);

    assertThat(named(longest).name()).contains(longest);
    assertThatThrownBy(() -> named(longest + "q"))
        .hasMessageStartingWith(longest + "…: a name has at most 60 letters")
        .hasMessageEndingWith("; " + longest + " would do");
  }

  @Test
  void aBlankNameIsNone() {
    assertThat(named(" ").name()).isEmpty();
  }

  private static TrainingSettings named(String name) {
    return TinyTraining.settings(Path.of("pictures"), ", \"name\": \"%s\"".formatted(name));
  }

  @Test
  void aFolderMustBeChosen() {
    assertThatThrownBy(() -> TrainingSettings.parse("{\"network\": \"tiny\"}"))
        .hasMessage("folder: choose one before the training");
  }

  @Test
  void somethingElseThanAnObjectIsRefused() {
    assertThatThrownBy(() -> TrainingSettings.parse("[1"))
        .hasMessage(
            "a training's settings are one JSON object with network and folder, but this is none");
  }
}
