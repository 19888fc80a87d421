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

  /**
   * Opens an address in it; where that can't be done, the printed address has to do.
   *
   * @return what the browser was given; to be closed when the address isn't valid any more
   */
  static Optional<Doorway> open(String address, Map<String, String> environment) {
    return command(System.getProperty("os.name", ""), environment)
        .map(
            opener -> {
              Doorway doorway = Doorway.to(address);
              doorway.location().ifPresent(location -> start(opener, location));
              return doorway;
            });
  }

  private static void start(List<String> opener, String location) {
    var whole = new ArrayList<>(opener);
    whole.add(location);
    try {
      new ProcessBuilder(whole)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // there is no such program: the address is printed
    }
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
