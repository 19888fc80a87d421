package io.fovea.app;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.fovea.app.server.PageOptions;
import io.fovea.app.server.PageServer;
import io.fovea.image.Picture;
import io.fovea.image.PictureReader;
import io.fovea.zoo.Models;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the page's server gives to take along. */
record Fetched(int status, String disposition, byte[] body) {
  /** A server of one network that is shown this input. */
  static PageServer server(Path model, Path input) {
    return PageServer.start(
        new PageOptions(
            Models.ofEnvironment(Map.of()),
            model.toString(),
            Optional.of(input),
            "127.0.0.1",
            0,
            List.of(),
            1));
  }

  /** What it answers to this about the network and its first input. */
  static Fetched get(PageServer server, Path model, String path) throws Exception {
    String about =
        "input=start&model=" + URLEncoder.encode(model.toString(), StandardCharsets.UTF_8);
    String address = server.address() + path + (path.contains("?") ? "&" : "?") + about;
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
    return new Fetched(
        answer.statusCode(),
        answer.headers().firstValue("Content-Disposition").orElse(""),
        answer.body());
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  JsonObject json() throws JsonParserException {
    return JsonParser.object().from(text());
  }

  Picture picture(Path folder) throws IOException {
    return PictureReader.read(Files.write(Files.createTempFile(folder, "taken", ".png"), body));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fetched fetched
        && status == fetched.status
        && text().equals(fetched.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }
}
