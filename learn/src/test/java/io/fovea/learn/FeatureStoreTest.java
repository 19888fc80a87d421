package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.tensor.Shape;
import org.junit.jupiter.api.Test;

class FeatureStoreTest {
  private static final Shape ITEM = Shape.of(1, 3, 1, 1);

  @Test
  void whatDoesNotFitIntoMemoryLiesInAFile() {
    try (var store = new FeatureStore(ITEM, 2 * 12)) { // two items of three values
      fill(store);
      assertThat(store.fileBytes()).isEqualTo(2 * 12);
      assertReads(store);
    }
  }

  @Test
  void withoutMemoryEverythingDoes() {
    try (var store = new FeatureStore(ITEM, 0)) {
      fill(store);
      assertThat(store.fileBytes()).isEqualTo(4 * 12);
      assertReads(store);
    }
  }

  @Test
  void withEnoughMemoryNothingDoes() {
    try (var store = new FeatureStore(ITEM, 1000)) {
      fill(store);
      assertThat(store.fileBytes()).isZero();
      assertReads(store);
    }
  }

  /** Four items: 0 1 2, 3 4 5, ... */
  private static void fill(FeatureStore store) {
    float[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    for (int item = 0; item < 4; item++) {
      store.add(values, 3 * item);
    }
  }

  private static void assertReads(FeatureStore store) {
    assertThat(store.count()).isEqualTo(4);
    var target = new float[4];
    for (int item = 3; item >= 0; item--) {
      store.read(item, target, 1);
      assertThat(target).containsExactly(0, 3 * item, 3 * item + 1, 3 * item + 2);
    }
  }
}
