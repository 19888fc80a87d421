package io.fovea.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  @ParameterizedTest
  @MethodSource("whatJavaThrowsWithoutFonts")
  void aMachineWithoutFontsIsTold(Throwable missing) {
    assertThatThrownBy(() -> ChartFormat.requireFont(Path.of("plot.png"), () -> fail(missing)))
        .isInstanceOf(ChartException.class)
        .hasMessage(
            "plot.png: the text of a PNG needs a font, and Java finds none on this machine; write the chart as .svg, or install a font and fontconfig (Debian: fontconfig, fonts-dejavu-core)");
  }

  /** Seen with JDK 17 and 25 where the fonts, or the library fontconfig, were hidden from them. */
  static List<Throwable> whatJavaThrowsWithoutFonts() {
    return List.of(
        new Error("Probable fatal error: No physical fonts found."),
        new InternalError("java.lang.reflect.InvocationTargetException"),
        new IllegalStateException("Fontconfig head is null, check your fonts"),
        new NoClassDefFoundError("Could not initialize class sun.font.SunFontManager"));
  }

  private static void fail(Throwable missing) {
    if (missing instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) missing;
  }
}
