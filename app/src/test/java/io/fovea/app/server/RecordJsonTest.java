package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
  private enum Kind {
    SOFT_MAX
  }

  private record Inner(int number) {}

  private record Numbers(double one, float other, OptionalDouble perhaps) {}

  private record Outer(Inner inner, List<Inner> many, Optional<Inner> perhaps, Kind kind) {}

  private record Plane(Tensor tensor) {}

  @Test
  void recordsWithinRecordsAreObjectsWithinObjects() {
    var outer = new Outer(new Inner(1), List.of(new Inner(2)), Optional.empty(), Kind.SOFT_MAX);

    Map<String, ?> json = RecordJson.of(outer);

    assertThat(json.get("inner")).isEqualTo(Map.of("number", 1));
    assertThat(json.get("many")).isEqualTo(List.of(Map.of("number", 2)));
    assertThat(json).containsEntry("perhaps", null);
    assertThat(json.get("kind")).isEqualTo("soft_max");
  }

  @Test
  void theirOrderIsThatOfTheComponents() {
    assertThat(RecordJson.of(new Numbers(1, 2, OptionalDouble.empty())).keySet())
        .containsExactly("one", "other", "perhaps");
  }

  @Test
  void numbersThatAreNotFiniteAreWords() {
    var numbers = new Numbers(Double.NaN, Float.POSITIVE_INFINITY, OptionalDouble.of(Double.NaN));

    assertThat(RecordJson.of(numbers))
        .containsEntry("one", "NaN")
        .containsEntry("other", "Infinity")
        .containsEntry("perhaps", "NaN");
    assertThat(RecordJson.number(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    assertThat(RecordJson.number(0.5)).isEqualTo(0.5);
  }

  @Test
  void aTensorIsItsSidesAndItsValuesRowByRow() {
    var plane = new Plane(Tensor.of(Shape.of(1, 1, 2, 2), 1, Float.NaN, 0.5f, -4));

    assertThat(RecordJson.of(plane).get("tensor"))
        .isEqualTo(Map.of("height", 2, "width", 2, "values", List.of(1.0, "NaN", 0.5, -4.0)));
  }
}
