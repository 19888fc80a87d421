package io.fovea.app.server;

import com.grack.nanojson.JsonWriter;
import io.fovea.tensor.FoveaException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whatever goes wrong in an answer becomes a status and one sentence as JSON; to a browser, an
 * address that leads nowhere becomes a page.
 */
final class Failures {
  private static final int WRONG = 400;
  private static final int BROKEN = 500;
  private static final int FULL = 503;
  private static final Predicate<String> API = Pattern.compile("/[^/]*/api/.*").asMatchPredicate();

  private Failures() {}

  /** Has a server answer so. */
  static void add(JavalinConfig config) {
    config.routes.exception(AddressException.class, (e, to) -> leadNowhere(to, e.fault()));
    config.routes.exception(RequestException.class, Failures::refused);
    config.routes.exception(FoveaException.class, (e, to) -> fail(to, WRONG, e.getMessage()));
    config.routes.exception(HttpResponseException.class, Failures::refused);
    config.routes.exception(CompletionException.class, (e, to) -> fail(cause(e), to));
    config.routes.exception(Exception.class, Failures::fail);
    config.router.javaLangErrorHandler(Failures::fail);
  }

  /** Only what isn't asked of the API is an address that somebody opens. */
  private static void refused(RequestException e, Context to) {
    boolean isAddress = e.status() == AddressFault.NOTHING.status() && !API.test(to.path());
    if (isAddress && AddressPage.isWanted(to)) {
      AddressPage.give(to, AddressFault.NOTHING);
    } else {
      fail(to, e.status(), e.getMessage());
    }
  }

  private static void refused(HttpResponseException e, Context to) {
    if (e.getStatus() == AddressFault.NOTHING.status()) {
      leadNowhere(to, AddressFault.NOTHING);
    } else {
      String sentence = "the request can't be answered (%s); reload the page";
      fail(to, e.getStatus(), sentence.formatted(e.getMessage()));
    }
  }

  private static void leadNowhere(Context to, AddressFault fault) {
    if (AddressPage.isWanted(to)) {
      AddressPage.give(to, fault);
    } else {
      fail(to, fault.status(), fault.sentence());
    }
  }

  private static void fail(Context to, int status, String sentence) {
    to.status(status).contentType("application/json").result(json(sentence));
  }

  /** What was thrown among the heavy work: an error stays wrapped on its way. */
  private static Throwable cause(CompletionException wrapped) {
    return Optional.ofNullable(wrapped.getCause()).orElse(wrapped);
  }

  private static void fail(Throwable unforeseen, Context to) {
    fail(to, status(unforeseen), sentence(unforeseen));
  }

  /** Of what was thrown outside of the heavy work: Javalin's own answer is no longer to be had. */
  private static void fail(HttpServletResponse to, Error error) {
    to.setStatus(status(error));
    to.setContentType("application/json");
    try {
      to.getOutputStream().write(json(sentence(error)).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int status(Throwable unforeseen) {
    return unforeseen instanceof OutOfMemoryError ? FULL : BROKEN;
  }

  /** What a person is told of a fault of ours. */
  static String sentence(Throwable unforeseen) {
    return unforeseen instanceof OutOfMemoryError
        ? "this needs more memory than the %,d MB that Java may use; start it with a larger -Xmx"
            .formatted(Runtime.getRuntime().maxMemory() >> 20)
        : "Fovea failed while it answered this (%s); reload the page, or try another input"
            .formatted(unforeseen.getClass().getSimpleName());
  }

  private static String json(String sentence) {
    return JsonWriter.string(Map.of("message", sentence));
  }
}
