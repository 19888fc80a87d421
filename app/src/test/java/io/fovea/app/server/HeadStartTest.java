package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HeadStartTest {
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void doesTheRestWhenThePageIsThere() throws InterruptedException {
    var rested = new CountDownLatch(1);
    try (var headStart = new HeadStart()) {
      headStart.begin(
          () -> done.add("look"),
          List.of(
              () -> done.add("one"),
              () -> {
                done.add("another");
                rested.countDown();
              }));
      headStart.pageIsThere();
      rested.await();
    }
    assertThat(done).containsExactly("look", "one", "another");
  }

  @Test
  void goesOnWhereSomethingFails() throws InterruptedException {
    var rested = new CountDownLatch(1);
    try (var headStart = new HeadStart()) {
      headStart.begin(
          () -> {
            throw new OutOfMemoryError("on purpose");
          },
          List.of(rested::countDown));
      headStart.pageIsThere();
      rested.await();
    }
    assertThat(rested.getCount()).isZero();
  }

  @Test
  void leavesTheRestWhenItEndsBefore() {
    try (var headStart = new HeadStart()) {
      headStart.begin(() -> done.add("look"), List.of(() -> done.add("rest")));
    }
    assertThat(done).containsExactly("look");
  }

  @Test
  void endsWithoutHavingBegun() {
    var headStart = new HeadStart();
    headStart.close();
    headStart.close();
    assertThat(done).isEmpty();
  }
}
