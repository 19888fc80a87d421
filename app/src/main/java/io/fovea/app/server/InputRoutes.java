package io.fovea.app.server;

import com.grack.nanojson.JsonWriter;
import io.fovea.image.Picture;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** Inputs that a page sends, and how it sees them. */
final class InputRoutes {
  /** Files that come at once: each holds a thread until it is there. */
  private static final int MOST_COMING = 16;

  private static final int LEAST_SIDE = 8;

  /**
   * A photograph of so many rows and columns is only looked at; of a smaller one, and of an array,
   * each pixel is seen, and has to be exact.
   */
  private static final int LARGE = 128;

  private final Nets nets;
  private final Inputs inputs;
  private final Looks looks;
  private final Semaphore coming = new Semaphore(MOST_COMING);

  private record Encoded(String type, byte[] bytes) {}

  InputRoutes(Nets nets, Inputs inputs, Looks looks) {
    this.nets = nets;
    this.inputs = inputs;
    this.looks = looks;
  }

  void add(JavalinDefaultRoutingApi routes, String api) {
    routes.post(api + "inputs", this::take);
    WorkRoutes.json(routes, api + "inputs", query -> inputs.get(query.text("input")).toJson());
    routes.get(api + "inputs/picture", this::picture);
  }

  /**
   * What comes is written to a file as it comes; it is decoded among the heavy work. The page may
   * say by which model ({@code ahead}) it will be looked at next.
   */
  private void take(Context request) throws IOException {
    var query = new Query(request);
    FileName name = FileName.of(query.text("name"));
    SentFiles.checkLength(name, request.contentLength());
    SentFiles.Sent sent = receive(request, name);
    request.future(
        () ->
            WorkRoutes.submit(request, wanted -> inputs.take(sent))
                .whenComplete((input, failure) -> inputs.clear(sent))
                .thenAccept(
                    input -> {
                      query.optional("ahead").ifPresent(model -> lookAhead(request, model, input));
                      Packing.give(request, "application/json", json(input));
                    }));
  }

  private SentFiles.Sent receive(Context request, FileName name) throws IOException {
    if (!coming.tryAcquire()) {
      throw RequestException.busy(
          "%d files are on their way to the server; try again in a moment".formatted(MOST_COMING));
    }
    try (InputStream body = request.bodyInputStream()) {
      return inputs.receive(name, body);
    } finally {
      coming.release();
    }
  }

  /** Begins while the answer travels; what is wrong with it is said when the page asks for it. */
  private void lookAhead(Context request, String model, PageInput input) {
    CompletableFuture<Look> look =
        request
            .appData(Work.KEY)
            .submit(
                Asker.of(new Query(request)).asking("ahead-look"),
                nets.opened(List.of(model)),
                wanted -> looks.get(model, input.id(), wanted).withStatistics());
    looks.comes(model, input.id(), look);
  }

  private static byte[] json(PageInput input) {
    return JsonWriter.string(input.toJson()).getBytes(StandardCharsets.UTF_8);
  }

  private void picture(Context request) {
    WorkRoutes.work(
        request, this::encoded, picture -> request.contentType(picture.type).result(picture.bytes));
  }

  /** What the network sees; its longer side has {@code size} pixels at most. */
  private Encoded encoded(Query query) {
    PageInput input = inputs.get(query.text("input"));
    int most = InputPicture.MOST_SIDE;
    int side = query.number("size", most, LEAST_SIDE, most);
    Picture picture = InputPicture.of(nets.get(query.text("model")), input, side);
    return input.picture().isPresent() && Math.min(picture.height(), picture.width()) >= LARGE
        ? new Encoded("image/jpeg", picture.toJpeg())
        : new Encoded("image/png", picture.toPng());
  }
}
