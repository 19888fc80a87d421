package io.fovea.app.server;

import com.grack.nanojson.JsonWriter;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** Routes whose answers are made among the heavy work; see {@link Work}. */
final class WorkRoutes {
  private WorkRoutes() {}

  /** Adds a route whose answers are JSON. */
  static void json(
      JavalinDefaultRoutingApi routes,
      String path,
      Function<Query, ? extends Map<String, ?>> answer) {
    answer(
        routes,
        path,
        "application/json",
        query -> JsonWriter.string(answer.apply(query)).getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a route whose answers are as {@link BinaryAnswer} makes them. */
  static void binary(JavalinDefaultRoutingApi routes, String path, Function<Query, byte[]> answer) {
    answer(routes, path, "application/octet-stream", answer);
  }

  /**
   * Adds a route whose answers are of a media type. While a look that it asks for is being made for
   * another request, it waits for that without holding any thread.
   */
  static void answer(
      JavalinDefaultRoutingApi routes, String path, String type, Function<Query, byte[]> answer) {
    routes.get(path, request -> request.future(() -> submit(request, type, answer)));
  }

  private static CompletableFuture<?> submit(
      Context request, String type, Function<Query, byte[]> answer) {
    var query = new Query(request);
    CompletableFuture<?> look = request.appData(Looks.KEY).settled(query.models(), query.inputs());
    return submit(request, look, wanted -> answer.apply(new Query(request, wanted)))
        .thenAccept(bytes -> Packing.give(request, type, bytes));
  }

  /** Has something made among the heavy work, then given; no thread waits for its turn. */
  static <T> void work(Context request, Function<Query, T> answer, Consumer<T> give) {
    request.future(
        () -> submit(request, wanted -> answer.apply(new Query(request, wanted))).thenAccept(give));
  }

  /** Has something made among the heavy work, once the networks that it is about are open. */
  static <T> CompletableFuture<T> submit(Context request, Function<Wanted, T> answer) {
    return submit(request, CompletableFuture.completedFuture(""), answer);
  }

  private static <T> CompletableFuture<T> submit(
      Context request, CompletableFuture<?> look, Function<Wanted, T> answer) {
    var query = new Query(request);
    CompletableFuture<?> open = request.appData(Nets.KEY).opened(query.models());
    CompletableFuture<?> ready = CompletableFuture.allOf(open, look);
    return request.appData(Work.KEY).submit(Asker.of(query), ready, answer);
  }
}
