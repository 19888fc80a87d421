package io.fovea.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EdgeTest {
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void aPixelOnTheEdgeIsHalfInside() {
    assertThat(Edge.inside(-1)).isEqualTo(1);
    assertThat(Edge.inside(0)).isEqualTo(0.5);
    assertThat(Edge.inside(1)).isZero();
  }

  @Test
  void aBlurredEdgeIsHalfInsideInItsMiddle() {
    assertThat(Edge.inside(0, 10)).isEqualTo(0.5);
    assertThat(Edge.inside(-5, 10)).isEqualTo(1);
    assertThat(Edge.inside(5, 10)).isZero();
  }

  @Test
  void smoothIsThreeSquaresLessTwoCubes() { // t = 1/4: 3/16 − 2/64
    assertThat(Edge.smooth(2, 6, 3)).isEqualTo(3 / 16.0 - 2 / 64.0, EXACT);
  }

  @Test
  void aCircleIsAsFarAsItsRadius() { // 3, 4, 5
    assertThat(Edge.circle(3, 4, 2)).isEqualTo(3, EXACT);
  }

  @Test
  void anEllipseOfEqualRadiiIsACircle() {
    assertThat(Edge.ellipse(3, 4, 2, 2)).isEqualTo(3, EXACT);
  }

  @Test
  void theEndsOfAnEllipseAreOnIt() {
    assertThat(Edge.ellipse(7, 0, 7, 3)).isEqualTo(0, EXACT);
    assertThat(Edge.ellipse(0, -3, 7, 3)).isEqualTo(0, EXACT);
    assertThat(Edge.ellipse(0, 0, 7, 3)).isEqualTo(-3);
  }

  @Test
  void aBoxIsFarthestFromItsCorner() {
    assertThat(Edge.box(4 + 3, 2 + 4, 4, 2)).isEqualTo(5, EXACT);
    assertThat(Edge.box(3, 0, 4, 2)).isEqualTo(-1, EXACT);
  }

  @Test
  void anArcBeginsHalfItsWidthFromItsLine() {
    assertThat(Edge.arc(0, 3, 0.5, 2)).isEqualTo(1, EXACT);
    assertThat(Edge.arc(2, 2, 0.5, 2)).isEqualTo(-2, EXACT); // 0.5 · 2² = 2: on the line
  }
}
