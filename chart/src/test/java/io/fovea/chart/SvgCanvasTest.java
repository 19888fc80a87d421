package io.fovea.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.chart.Canvas.Anchor;
import io.fovea.chart.Canvas.Direction;
import io.fovea.chart.Canvas.Type;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SvgCanvasTest {
  @Test
  void numbersHaveAtMostTwoDigitsAfterThePoint() {
    assertThat(SvgCanvas.number(12.3456)).isEqualTo("12.35");
    assertThat(SvgCanvas.number(0.5)).isEqualTo("0.5");
    assertThat(SvgCanvas.number(300)).isEqualTo("300");
    assertThat(SvgCanvas.number(-0.001)).isEqualTo("0");
  }

  @Test
  void namesAreTextAndNeverMarkup() {
    assertThat(SvgCanvas.escape("<script>\"a\" & 개\u0000"))
        .isEqualTo("&lt;script&gt;&quot;a&quot; &amp; 개\ufffd");
  }

  @Test
  void upwardTextIsTurnedAroundItsPoint() {
    var canvas = new SvgCanvas(10, 10, "t");
    canvas.text("Loss", 3, 4, Type.plain(12, 0x22262b), Anchor.MIDDLE, Direction.UPWARD);

    assertThat(new String(canvas.toBytes(), StandardCharsets.UTF_8))
        .contains(
            "<text x=\"3\" y=\"4\" font-size=\"12\" fill=\"#22262b\" text-anchor=\"middle\" transform=\"rotate(-90 3 4)\">Loss</text>");
  }
}
