package io.fovea.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The browser that a person has chosen, where there is a screen. */
final class Browser {
  private Browser() {}

  /** Opens an address in it; where that can't be done, the printed address has to do. */
  static void open(String address, Map<String, String> environment) {
    command(System.getProperty("os.name", ""), environment)
        .ifPresent(
            opener -> {
              try {
                var whole = new ArrayList<>(opener);
                whole.add(address);
                new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
              } catch (IOException e) {
                // there is no such program: the address is printed
              }
            });
  }

  /** The program that opens addresses on this system. */
  static Optional<List<String>> command(String system, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler"));
    }
    if (name.startsWith("mac")) {
      return Optional.of(List.of("open"));
    }
    boolean hasScreen =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return hasScreen ? Optional.of(List.of("xdg-open")) : Optional.empty();
  }
}
