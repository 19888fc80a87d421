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

/** Whatever goes wrong in an answer becomes a status and one sentence as JSON. */
final class Failures {
  private static final int WRONG = 400;
  private static final int MISSING = 404;
  private static final int BROKEN = 500;
  private static final int FULL = 503;

  private Failures() {}

  /** Has a server answer so. */
  static void add(JavalinConfig config) {
    config.routes.exception(
        RequestException.class, (e, to) -> fail(to, e.status(), e.getMessage()));
    config.routes.exception(FoveaException.class, (e, to) -> fail(to, WRONG, e.getMessage()));
    config.routes.exception(HttpResponseException.class, Failures::refused);
    config.routes.exception(Exception.class, (e, to) -> fail(to, BROKEN, sentence(e)));
    config.router.javaLangErrorHandler(Failures::fail);
  }

  private static void refused(HttpResponseException e, Context to) {
    String sentence =
        e.getStatus() == MISSING
            ? "there is nothing at this address; open the one that fovea explore printed"
            : "the request can't be answered (%s); reload the page".formatted(e.getMessage());
    fail(to, e.getStatus(), sentence);
  }

  private static void fail(Context to, int status, String sentence) {
    to.status(status).contentType("application/json").result(json(sentence));
  }

  private static void fail(HttpServletResponse to, Error error) {
    boolean full = error instanceof OutOfMemoryError;
    to.setStatus(full ? FULL : BROKEN);
    to.setContentType("application/json");
    String sentence =
        full
            ? "this needs more memory than the %,d MB that Java may use; start it with a larger -Xmx"
                .formatted(Runtime.getRuntime().maxMemory() >> 20)
            : sentence(error);
    try {
      to.getOutputStream().write(json(sentence).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sentence(Throwable unforeseen) {
    return "Fovea failed while it answered this (%s); reload the page, or try another input"
        .formatted(unforeseen.getClass().getSimpleName());
  }

  private static String json(String sentence) {
    return JsonWriter.string(Map.of("message", sentence));
  }
}
