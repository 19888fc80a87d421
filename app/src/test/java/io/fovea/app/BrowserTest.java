package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserTest {
  @Test
  void eachSystemHasItsOwnWayToOpenAnAddress() {
    assertThat(Browser.command("Windows 11", Map.of()))
        .hasValue(List.of("rundll32", "url.dll,FileProtocolHandler"));
    assertThat(Browser.command("Mac OS X", Map.of())).hasValue(List.of("open"));
    assertThat(Browser.command("Linux", Map.of("DISPLAY", ":0"))).hasValue(List.of("xdg-open"));
    assertThat(Browser.command("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")))
        .hasValue(List.of("xdg-open"));
  }

  @Test
  void withoutAScreenNothingIsOpened() {
    assertThat(Browser.command("Linux", Map.of())).isEmpty();
  }
}
