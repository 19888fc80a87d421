package io.fovea.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChartFormatTest {
  @Test
  void theExtensionChooses() {
    assertThat(ChartFormat.of(Path.of("a.b", "plot.png"))).isEqualTo(ChartFormat.PNG);
    assertThat(ChartFormat.of(Path.of("PLOT.SVG"))).isEqualTo(ChartFormat.SVG);
  }

  @Test
  void anotherExtensionIsRefused() {
    assertThatThrownBy(() -> ChartFormat.of(Path.of("plot.pdf")))
        .isInstanceOf(ChartException.class)
        .hasMessage("plot.pdf: a chart is written as PNG or SVG; let the name end in .png or .svg");
  }

  @Test
  void aMachineWithoutFontsIsTold() { // what JDK 17 and 25 throw where there is no fontconfig
    var missing = new InternalError("Fontconfig head is null, check your fonts configuration");

    assertThatThrownBy(
            () ->
                ChartFormat.requireFont(
                    Path.of("plot.png"),
                    () -> {
                      throw missing;
                    }))
        .isInstanceOf(ChartException.class)
        .hasMessage(
            "plot.png: the text of a PNG needs a font, and Java finds none on this machine; write the chart as .svg, or install a font and fontconfig (Debian: fontconfig, fonts-dejavu-core)");
  }
}
