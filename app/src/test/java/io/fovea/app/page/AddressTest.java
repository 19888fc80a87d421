package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page's address holds, and what the guide says of it. */
class AddressTest {
  private static final Path STATE = Path.of("src/main/resources/io/fovea/app/page/state.js");
  private static final Path GUIDE = Path.of("../docs/page.md");

  @Test
  void theGuideNamesAllThatTheAddressHolds() throws IOException {
    String state = between(Files.readString(STATE), "const IN_ADDRESS = {", "};");
    String guide = between(Files.readString(GUIDE), "| in the address | what |", "\n\n");

    List<String> held = all("(?m)^  (\\w+):", state);

    assertThat(held).contains("model", "theme");
    assertThat(all("`(\\w+)`", guide)).containsExactlyInAnyOrderElementsOf(held);
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
