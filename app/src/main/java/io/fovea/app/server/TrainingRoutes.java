package io.fovea.app.server;

import com.grack.nanojson.JsonWriter;
import io.fovea.learn.Course;
import io.fovea.learn.TrainingOptions;
import io.fovea.tensor.FoveaException;
import io.fovea.zoo.Architectures;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** What the page's training tab asks the server. */
final class TrainingRoutes {
  /** Pages that listen at once, over all trainings. */
  private static final int MOST_LISTENERS = 64;

  /** What the settings of a training may hold. */
  private static final int MOST_BYTES = 64 << 10;

  private final Trainings trainings;
  private final Semaphore listeners = new Semaphore(MOST_LISTENERS);

  TrainingRoutes(Trainings trainings) {
    this.trainings = trainings;
  }

  /**
   * Adds the routes.
   *
   * @param api what every path begins with, such as {@code /token/api/}
   */
  void add(JavalinDefaultRoutingApi routes, String api) {
    String all = api + "trainings";
    String one = all + "/{id}";
    routes.get(api + "folders", this::folders);
    routes.get(all, context -> json(context, overview()));
    routes.post(all, this::start);
    routes.get(one, context -> json(context, job(context).snapshot()));
    routes.sse(one + "/events", this::listen);
    routes.post(one + "/stop", this::stop);
    routes.post(one + "/resume", this::resume);
    routes.get(one + "/result", context -> json(context, job(context).outcome().toJson()));
    routes.get(one + "/wrong/{index}", this::thumbnail);
    routes.get(one + "/confusion.png", context -> chart(context, false));
    routes.get(one + "/confusion.svg", context -> chart(context, true));
    routes.get(one + "/model.onnx", this::onnx);
  }

  /** {@code ?path=}: what is in a folder; without, the folders that are allowed. */
  private void folders(Context context) {
    Folders folders = trainings.folders();
    String path = context.queryParam("path");
    if (path != null && !path.isEmpty()) {
      WorkRoutes.work(
          context,
          query -> TrainingFolder.read(folders.resolve(path), folders).toJson(folders),
          json -> json(context, json));
      return;
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("labelled", false);
    json.put("folders", folders.allowed().stream().map(TrainingRoutes::allowed).toList());
    json(context, json);
  }

  private static Map<String, Object> allowed(Path folder) {
    return Map.of("name", folder.toString(), "path", folder.toString(), "holdsFolders", true);
  }

  private Map<String, Object> overview() {
    var json = new LinkedHashMap<String, Object>();
    json.put("architectures", Architectures.names());
    json.put("transfer", defaults(TrainingOptions.standard()));
    json.put("scratch", defaults(TrainingOptions.fromScratch()));
    json.put("trainings", trainings.all().stream().map(TrainingRoutes::summary).toList());
    return json;
  }

  private static Map<String, Object> defaults(TrainingOptions options) {
    Course course = options.course();
    return Map.of(
        "epochs", course.epochs(), "batch", course.batch(), "rate", options.optimization().rate());
  }

  private static Map<String, Object> summary(TrainingJob job) {
    return Map.of("id", job.id(), "name", job.name(), "phase", job.phase().word());
  }

  /** No more of it is read than settings may hold. */
  private static String body(Context context) throws IOException {
    byte[] body = context.bodyInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw RequestException.tooLarge(
          "the settings of a training hold %d kB at most; choose them on the page"
              .formatted(MOST_BYTES >> 10));
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private void start(Context context) throws IOException {
    TrainingSettings settings = TrainingSettings.parse(body(context));
    trainings.check(settings);
    String client = new Query(context).optional("client").orElse("");
    CompletableFuture<?> ready = context.appData(Nets.KEY).opened(settings.networks());
    context.future(
        () ->
            context
                .appData(Work.KEY)
                .submit(client, "", ready, wanted -> trainings.start(settings))
                .thenAccept(job -> json(context.status(HttpStatus.CREATED), job.snapshot())));
  }

  private void stop(Context context) {
    TrainingJob job = job(context);
    job.stop();
    json(context, job.snapshot());
  }

  private void resume(Context context) {
    json(context, trainings.resume(job(context).id()).snapshot());
  }

  private void listen(SseClient client) {
    client.keepAlive();
    if (!listeners.tryAcquire()) {
      refuse(client, "too many pages listen to trainings; close some");
      return;
    }
    try {
      job(client.ctx()).listen(event -> tell(client, event), () -> leave(client));
    } catch (FoveaException e) {
      listeners.release();
      refuse(client, e.getMessage());
    }
  }

  private static void refuse(SseClient client, String sentence) {
    client.sendEvent("gone", JsonWriter.string(Map.of("message", sentence)));
    client.close();
  }

  /** A client that is gone ends its feed. */
  private static void tell(SseClient client, String event) {
    client.sendEvent(event);
    if (client.terminated()) {
      throw RequestException.wrong("the page is gone");
    }
  }

  /** Its place is free where its feed ends, even if it was gone before it was told anything. */
  private void leave(SseClient client) {
    listeners.release();
    client.close();
  }

  private void thumbnail(Context context) {
    TrainingOutcome outcome = job(context).outcome();
    int index = number(context, "index");
    WorkRoutes.work(context, query -> outcome.thumbnail(index), picture -> png(context, picture));
  }

  private void chart(Context context, boolean vector) {
    TrainingJob job = job(context);
    WorkRoutes.work(context, query -> job.outcome().chart(vector), chart -> chart.give(context));
  }

  private static void png(Context context, byte[] picture) {
    context.contentType("image/png").result(picture);
  }

  private void onnx(Context context) {
    TrainingOutcome outcome = job(context).outcome();
    WorkRoutes.work(context, query -> outcome.onnx(), file -> give(context, file));
  }

  /** It may be too large to be held as a {@link Download}. */
  private static void give(Context context, Path file) {
    String attachment = "attachment; filename=\"" + TrainingFolder.name(file) + "\"";
    try {
      context
          .contentType("application/octet-stream")
          .header("Content-Disposition", attachment)
          .result(Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TrainingJob job(Context context) {
    return trainings.find(number(context, "id"));
  }

  private static int number(Context context, String name) {
    String text = context.pathParam(name);
    if (!text.matches("\\d{1,9}")) {
      throw RequestException.wrong("%s: this must be a number, not %s".formatted(name, text));
    }
    return Integer.parseInt(text);
  }

  private static void json(Context context, Map<String, ?> value) {
    context.contentType("application/json").result(JsonWriter.string(value));
  }
}
