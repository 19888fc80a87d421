package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.explain.Language;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Bars in a row of 600 × 80, from 0 up or down. */
class ReportBarsTest {
  @Test
  void eachOfFewValuesIsABar() { // from −1 to 2: 0 lies 53.3 below the upper edge
    assertThat(path(2, -1)).isEqualTo("M150.0 53.3V0.0M450.0 80.0V53.3");
  }

  @Test
  void ofMoreValuesThanPixelsABarHasSeveral() { // two each: −1 and 2
    var values = new float[1200];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2 == 0 ? -1 : 2;
    }

    assertThat(path(values)).startsWith("M0.5 80.0V0.0M1.5 80.0V0.0").endsWith("M599.5 80.0V0.0");
  }

  @Test
  void whatIsNotFiniteHasNone() {
    assertThat(path(Float.NaN, 1, Float.POSITIVE_INFINITY)).isEqualTo("M300.0 80.0V0.0");
  }

  @Test
  void allValuesAreCounted() {
    assertThat(figure(new float[1200]))
        .contains("<figcaption>All 1,200 values</figcaption>", "0.000 … 0.000");
  }

  private static String path(float... values) {
    var path = Pattern.compile(" d=\"([^\"]*)\"").matcher(figure(values));
    assertThat(path.find()).isTrue();
    return path.group(1);
  }

  private static String figure(float... values) {
    var html = new Html();
    Tensor activation = Tensor.of(Shape.of(1, values.length, 1, 1), values);
    ReportBars.write(html, activation, Language.ENGLISH);
    return html.toString();
  }
}
