package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.Context;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  @Test
  void whatIsThereIsGiven() {
    Query query = query(Map.of("layer", "conv1", "channel", "63"));

    assertThat(query.text("layer")).isEqualTo("conv1");
    assertThat(query.number("channel", 0, 63)).isEqualTo(63);
    assertThat(query.number("channel", 7, 0, 63)).isEqualTo(63);
  }

  @Test
  void whatIsEmptyIsAsIfLeftOut() {
    Query query = query(Map.of("layer", "", "channel", ""));

    assertThat(query.optional("layer")).isEmpty();
    assertThat(query.number("channel", 7, 0, 63)).isEqualTo(7);
    assertThatThrownBy(() -> query.text("layer"))
        .isInstanceOf(RequestException.class)
        .hasMessage("the address lacks \"layer\"; add it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "64", "1.5", "many", "99999999999"})
  void anotherNumberThanMayBeIsSaid(String text) {
    Query query = query(Map.of("channel", text));

    assertThatThrownBy(() -> query.number("channel", 0, 63))
        .isInstanceOf(RequestException.class)
        .hasMessage("\"channel\" is " + text + "; it must be a whole number from 0 to 63");
  }

  @Test
  void namesStandBetweenCommasEachOnce() {
    assertThat(query(Map.of("open", "fire2,fire3")).names("open"))
        .containsExactlyInAnyOrder("fire2", "fire3");
  }

  @Test
  void noNamesAreNone() {
    assertThat(query(Map.of()).names("open")).isEmpty();
    assertThat(query(Map.of("open", "")).names("open")).isEmpty();
  }

  @Test
  void aNameThatStandsTwiceIsOne() {
    assertThat(query(Map.of("open", "fire2,fire2")).names("open")).containsExactly("fire2");
  }

  /** A request of which only the query can be asked. */
  private static Query query(Map<String, String> given) {
    return new Query(
        (Context)
            Proxy.newProxyInstance(
                QueryTest.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (self, method, arguments) -> given.get((String) arguments[0])));
  }
}
