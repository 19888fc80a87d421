package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.tensor.FoveaException;
import io.fovea.zoo.Models;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is made of a network of one layer before anyone asks. */
@Timeout(60)
class FirstPageTest {
  private final Nets nets = new Nets(Models.of(), "tiny", 1, Long.MAX_VALUE);
  private final Inputs inputs = new Inputs(Long.MAX_VALUE);
  private final Looks looks = new Looks(nets, inputs, Long.MAX_VALUE);
  private final FirstPage page =
      new FirstPage("tiny", Optional.empty(), nets, inputs, looks, new NetworkRoutes(nets));

  @BeforeEach
  void add() {
    nets.add(TinyTraining.model("tiny"));
  }

  @AfterEach
  void close() {
    nets.close();
    inputs.close();
  }

  @Test
  void theFaceIsLookedAtFirst() {
    page.prepare();
    long one = looks.bytes();

    looks.get("tiny", "sample:face");

    assertThat(one).isPositive().isEqualTo(looks.bytes());
  }

  @Test
  void theOtherSamplesAreLookedAtNext() {
    page.prepare();
    page.rest().forEach(FirstPageTest::attempt);
    long all = looks.bytes();

    looks.get("tiny", "sample:shapes");

    assertThat(all).isGreaterThanOrEqualTo(2 * looks.get("tiny", "sample:face").bytes());
    assertThat(looks.bytes()).isEqualTo(all);
  }

  /** As the head start does: the measurement is no picture, which this network can't take. */
  private static void attempt(Runnable each) {
    try {
      each.run();
    } catch (RuntimeException e) {
      assertThat(e).isInstanceOf(FoveaException.class);
    }
  }
}
