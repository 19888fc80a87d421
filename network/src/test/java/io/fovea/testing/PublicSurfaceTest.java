package io.fovea.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicSurfaceTest {
  /** A type to describe. */
  public record Sample(int count, Map<String, List<Integer>> names) implements Comparable<Sample> {
    public static final int MOST = 3;

    public static <T extends Number> List<T> of(List<T> numbers) {
      return numbers;
    }

    @Override
    public int compareTo(Sample other) {
      return count - other.count;
    }

    void hidden() {}
  }

  /** Another. */
  public enum Colour {
    RED
  }

  @Test
  void aRecordsHeaderSaysItsComponents() {
    assertThat(SurfaceText.of(Sample.class).lines())
        .containsExactly(
            "io.fovea.testing: record PublicSurfaceTest.Sample(int count, "
                + "Map<String, List<Integer>> names) implements Comparable<PublicSurfaceTest.Sample>",
            "  static final int MOST",
            "  int compareTo(PublicSurfaceTest.Sample)",
            "  static <T> List<T> of(List<T>)");
  }

  @Test
  void anEnumSaysItsConstants() {
    assertThat(SurfaceText.of(Colour.class).lines())
        .containsExactly("io.fovea.testing: enum PublicSurfaceTest.Colour", "  RED");
  }

  @Test
  void whatIsNotPublicIsLeftOut() {
    assertThat(SurfaceText.isPublic(PublicSurfaceTest.class)).isFalse();
    assertThat(SurfaceText.isPublic(PublicSurface.class)).isTrue();
  }

  @Test
  void aDifferenceSaysTheLinesAndTheCommand() {
    assertThat(
            PublicSurface.difference(
                    Path.of("api.txt"),
                    List.of("class A", "class B"),
                    List.of("class A", "class C"))
                .lines())
        .containsExactly(
            "the public surface is no longer what api.txt says; if that is meant, run mvn test "
                + "-Dtest=ApiTest -Dsurefire.failIfNoSpecifiedTests=false -Dfovea.api=write",
            "- class B",
            "+ class C");
  }
}
