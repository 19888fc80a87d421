package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainedNameTest {
  @ParameterizedTest
  @CsvSource({"pets, pets-2", "trained, pets-2", "pets-at, pets-2"})
  void whatIsProposedForATakenNameIsPossible(String name, String proposed) {
    assertThatThrownBy(() -> TrainedName.requireFree(name, Set.of(name)::contains))
        .hasMessage(
            "%s: there is a network of this name already; choose another, such as %s"
                .formatted(name, proposed));
    assertThatCode(() -> TrainedName.require(proposed)).doesNotThrowAnyException();
  }
}
