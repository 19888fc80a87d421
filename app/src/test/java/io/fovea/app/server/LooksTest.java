package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.zoo.Models;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Looks of a network of one layer at a drawn face. */
@Timeout(60)
class LooksTest {
  private static final long BYTES = (12 + 2 + 2 + 2) * Float.BYTES; // data, fc, prob, output

  private final Nets nets = new Nets(Models.of(), "tiny", 1, Long.MAX_VALUE);
  private final Inputs inputs = new Inputs(Long.MAX_VALUE);
  private final Looks looks = new Looks(nets, inputs, Long.MAX_VALUE);

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
  void theSameLookIsKept() {
    assertThat(looks.get("tiny", "sample:face")).isSameAs(looks.get("tiny", "sample:face"));
    assertThat(looks.bytes()).isEqualTo(BYTES);
  }

  @Test
  void theLooksOfAClosedNetworkAreForgotten() {
    looks.get("tiny", "sample:face");

    nets.remove("tiny");

    assertThat(looks.bytes()).isZero();
  }

  @Test
  void whoAsksForALookThatComesWaitsForIt() {
    var look = new CompletableFuture<Look>();
    looks.comes("tiny", "sample:face", look);

    CompletableFuture<?> settled = looks.settled(List.of("tiny"), List.of("sample:face"));
    assertThat(settled).isNotDone();
    assertThat(looks.settled(List.of("tiny"), List.of("sample:shapes"))).isCompleted();

    look.completeExceptionally(RequestException.dropped("nobody wants it"));
    assertThat(settled).as("the one who waited asks then").isCompleted();
  }

  @Test
  void thereIsRoomWhileOneMoreDrivesNoneOut() {
    var two = new Looks(nets, inputs, 2 * BYTES);
    assertThat(two.hasRoom()).isTrue();

    two.get("tiny", "sample:face");
    assertThat(two.hasRoom()).isTrue();

    two.get("tiny", "sample:shapes");
    assertThat(two.hasRoom()).isFalse();
  }
}
