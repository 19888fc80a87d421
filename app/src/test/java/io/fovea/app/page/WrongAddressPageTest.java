package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address that leads nowhere, in a browser. */
@Timeout(120)
@ExtendWith(InBrowser.class)
class WrongAddressPageTest {
  private static final String GROUND = "return getComputedStyle(document.body).backgroundColor";

  @AfterEach
  void noScheme(Page page) {
    page.prefer("");
  }

  @ParameterizedTest
  @CsvSource({"light, 'rgb(245, 246, 247)'", "dark, 'rgb(15, 17, 19)'"})
  void itHasThePagesColours(String scheme, String ground, Page page) throws IOException {
    page.prefer(scheme);

    page.go("../stale/");

    assertThat(page.see("h1").getText()).isEqualTo("This address doesn’t open Fovea");
    assertThat(page.run(GROUND)).isEqualTo(ground);
    page.keep("wrong-address-" + scheme);
    assertThat(page.errors()).allMatch(each -> each.contains("403 (Forbidden)"));
  }

  @Test
  void fromBelowTheTokenOneComesBackToThePage(Page page) {
    page.go("nosuch");
    page.see("h1");
    page.errors(); // that there is nothing

    page.see("main a").click();

    page.see("main.explore");
  }
}
