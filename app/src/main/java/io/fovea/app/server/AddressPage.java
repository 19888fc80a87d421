package io.fovea.app.server;

import io.fovea.app.server.AddressFault.Words;
import io.fovea.explain.Language;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a browser shows of an address that leads nowhere. It has all that it needs inside: files of
 * the page are given to no one without the token.
 */
final class AddressPage {
  private static final String FILES = "/io/fovea/app/";
  private static final String CSS =
      file("page/style/tokens.css")
          + "@media (prefers-color-scheme: light) {\n"
          + file("page/style/light.css")
          + "}\n"
          + file("address.css");
  private static final String MARK =
      "data:image/svg+xml;base64,"
          + Base64.getEncoder()
              .encodeToString(file("page/fovea.svg").getBytes(StandardCharsets.UTF_8));
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'sha256-"
          + PageFile.digest(CSS)
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private AddressPage() {}

  /** Whether a person waits for the answer, rather than a program or our own page. */
  static boolean isWanted(Context request) {
    return Optional.ofNullable(request.header("Accept")).orElse("").contains("text/html");
  }

  /** Answers a request with it. */
  static void give(Context request, AddressFault fault) {
    request
        .status(fault.status())
        .header("Content-Security-Policy", POLICY)
        .contentType("text/html; charset=utf-8")
        .result(html(fault, language(request.req().getLocale()), request.path()));
  }

  private static Language language(Locale preferred) {
    boolean korean = preferred.getLanguage().equals(Language.KOREAN.tag());
    return korean ? Language.KOREAN : Language.ENGLISH;
  }

  private static String html(AddressFault fault, Language language, String path) {
    Words words = fault.in(language);
    var html = new Html();
    html.open("html", "lang", language.tag()).open("head").open("meta", "charset", "utf-8");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "dark light");
    html.element("title", "Fovea · " + words.title());
    html.open("link", "rel", "icon", "href", MARK).style(CSS).close("head");
    html.open("body").open("main");
    html.open("p", "class", "brand").open("img", "src", MARK, "alt", "").text("Fovea").close("p");
    html.element("h1", words.title()).element("p", words.why());
    switch (fault) {
      case OTHER_NAME ->
          html.element("p", words.now()).element("code", "fovea explore --host NAME");
      case NO_TOKEN -> html.element("p", words.now()).element("code", "fovea explore");
      case NOTHING -> html.element("a", words.now(), "href", home(path));
    }
    html.close("main").close("body").close("html");
    return "<!doctype html>\n" + html;
  }

  /** The page's address, from that of anything below it: both begin with the token. */
  private static String home(String path) {
    return path.substring(0, path.indexOf('/', 1) + 1);
  }

  private static String file(String name) {
    try (InputStream file = AddressPage.class.getResourceAsStream(FILES + name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
