package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.Input;
import io.fovea.Net;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import io.fovea.zoo.Card;
import io.fovea.zoo.Model;
import io.fovea.zoo.Models;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Networks of 26 numbers, so many or so few open at once. */
@Timeout(60)
class NetsTest {
  private static final long BYTES = 26 * Float.BYTES; // 2 × 12 weights and 2 biases

  private final List<String> closed = new CopyOnWriteArrayList<>();
  private Nets nets = with(Long.MAX_VALUE);

  private Nets with(long mostBytes) {
    var made = new Nets(Models.of(), "tiny", 1, mostBytes);
    made.whenClosed(net -> closed.add(net.name()));
    for (int i = 1; i <= 7; i++) {
      made.add(named("net-" + i));
    }
    return made;
  }

  private static Model named(String name) {
    Model tiny = TinyTraining.model("tiny");
    return Model.of(tiny.network().withName(name), Card.of(name, tiny.preprocessing()));
  }

  @AfterEach
  void close() {
    nets.close();
  }

  @Test
  void aNetworkIsOpenedOnce() {
    assertThat(nets.get("net-1")).isSameAs(nets.get("net-1"));
  }

  @Test
  void theOneUsedLongestAgoIsClosedForASeventh() {
    open(1, 2, 3, 4, 5, 6);
    open(1, 7);

    assertThat(closed).containsExactly("net-2");
  }

  @Test
  void manyLargeOnesAreNotOpenAtOnce() {
    nets = with(2 * BYTES);

    open(1, 2, 3);

    assertThat(closed).containsExactly("net-1");
  }

  @Test
  void oneThatIsLargerThanAllowedIsOpenAlone() {
    nets = with(BYTES / 2);

    open(1, 2);

    assertThat(closed).containsExactly("net-1");
  }

  @Test
  void oneThatIsUsedStaysOpenUntilItIsNot() {
    nets = with(BYTES);

    float sum =
        nets.use(
            "net-1",
            net -> {
              open(2, 3);
              assertThat(closed).containsExactly("net-2");
              return scores(net);
            });

    assertThat(sum).isEqualTo(1); // of a softmax
    assertThat(closed).containsExactly("net-2", "net-1");
  }

  @Test
  void oneThatWasClosedIsOpenedAgain() {
    nets = with(BYTES);

    open(1, 2);

    assertThat(nets.use("net-1", NetsTest::scores)).isEqualTo(1);
  }

  @Test
  void oneThatIsTakenOffIsClosedAndGone() {
    open(1);

    nets.remove("net-1");

    assertThat(closed).containsExactly("net-1");
    assertThatThrownBy(() -> nets.get("net-1"))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "there is no network named net-1 here; start fovea explore with its path, or train it"
                + " again if it was trained here");
  }

  @Test
  void theNamesOfAllThatAreHereAreTaken() {
    assertThat(nets.has("tiny")).isTrue(); // the one named at the start
    assertThat(nets.has("net-1")).isTrue();
    assertThat(nets.has("pets")).isFalse();
  }

  @Test
  void oneOfAnOldTrainingSaysSo() {
    assertThatThrownBy(() -> nets.get("trained-1"))
        .hasMessage("trained-1: this network isn't kept any more; train again, or choose another");
    assertThatThrownBy(() -> nets.get("pets-at-60"))
        .hasMessage("pets-at-60: this network isn't kept any more; train again, or choose another");
  }

  @Test
  void oneThatCouldNotBeOpenedMayBeAddedLater() {
    assertThatThrownBy(() -> nets.get("later")).isInstanceOf(RequestException.class);

    nets.add(named("later"));

    assertThat(nets.get("later").name()).isEqualTo("later");
  }

  private void open(int... numbers) {
    for (int number : numbers) {
      nets.get("net-" + number);
    }
  }

  private static float scores(Net net) {
    Tensor picture = Tensor.of(Shape.of(1, 3, 2, 2), new float[12]);
    float[] scores = net.activations(Input.of(picture), "prob").tensor().toArray();
    return scores[0] + scores[1];
  }
}
