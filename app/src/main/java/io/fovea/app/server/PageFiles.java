package io.fovea.app.server;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * The files of the page: our own modules and styles, the lesson's pictures, and its libraries.
 *
 * <p>Each is packed once and kept; a browser asks every time whether it still has the newest.
 */
final class PageFiles {
  private static final String OWN = "/io/fovea/app/page/";
  private static final String LESSON = "/io/fovea/app/lesson/lesson/";
  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\\.[a-z]+");
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  /** The parts of d3 that zoom needs, in the order in which they need each other. */
  private static final List<String> D3 =
      List.of(
          "dispatch",
          "timer",
          "ease",
          "color",
          "interpolate",
          "selection",
          "transition",
          "drag",
          "zoom");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png");

  private record Packed(String type, byte[] plain, byte[] gzip, String tag) {}

  private final Map<String, Packed> files = new ConcurrentHashMap<>();
  private final String policy;

  PageFiles() {
    String page = new String(own("index.html").plain, StandardCharsets.UTF_8);
    Matcher map = IMPORT_MAP.matcher(page);
    String hash = map.find() ? " 'sha256-" + digest(map.group(1)) + "'" : "";
    policy =
        "default-src 'none'; script-src 'self'"
            + hash
            + "; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  /** What the page may load and run: only what this server gives it. */
  String policy() {
    return policy;
  }

  /** The page itself. */
  void page(Context request) {
    give(request, own("index.html"));
  }

  /** One of our own files. */
  void own(Context request) {
    give(request, own(request.pathParam("file")));
  }

  /** A picture of the lesson. */
  void lesson(Context request) {
    give(request, file(LESSON, request.pathParam("file")));
  }

  /** A library. */
  void library(Context request) {
    String name = request.pathParam("file");
    give(
        request,
        switch (name) {
          case "d3-zoom.js" -> files.computeIfAbsent(name, any -> packed("js", d3()));
          default -> throw missing(name);
        });
  }

  /** lit-html and its directives, which import each other by relative paths. */
  void lit(Context request) {
    String name = request.pathParam("file");
    give(request, file(WEBJARS + "lit-html/" + version("lit-html") + "/", name));
  }

  private Packed own(String name) {
    return file(OWN, name);
  }

  private Packed file(String folder, String name) {
    if (!SAFE.matcher(name).matches()) {
      throw missing(name);
    }
    return files.computeIfAbsent(
        folder + name,
        path ->
            read(path)
                .map(bytes -> packed(name.substring(name.lastIndexOf('.') + 1), bytes))
                .orElseThrow(() -> missing(name)));
  }

  private static RequestException missing(String name) {
    return RequestException.missing("there is no file " + name + " here");
  }

  /** The browser builds of d3's parts, which all add to one global, as one module. */
  private static byte[] d3() {
    var all = new ByteArrayOutputStream();
    for (String part : D3) {
      String name = "d3-" + part;
      String path = WEBJARS + name + "/" + version(name) + "/dist/" + name + ".min.js";
      all.writeBytes(read(path).orElseThrow(() -> missing(path)));
      all.write('\n');
    }
    all.writeBytes(
        "export const { zoom, zoomIdentity, select } = globalThis.d3;\n"
            .getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }

  /** The version of a WebJar, which its folder is named by. */
  private static String version(String name) {
    String path = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
    String properties =
        read(path)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElseThrow(() -> missing(path));
    return properties
        .lines()
        .filter(line -> line.startsWith("version="))
        .map(line -> line.substring("version=".length()).strip())
        .findFirst()
        .orElseThrow(() -> missing(path));
  }

  private static Optional<byte[]> read(String path) {
    try (InputStream in = PageFiles.class.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Packed packed(String ending, byte[] plain) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String type = TYPES.getOrDefault(ending, "application/octet-stream");
    return new Packed(type, plain, packed.toByteArray(), "\"" + digest(plain) + "\"");
  }

  private static void give(Context request, Packed file) {
    request.header("Cache-Control", "no-cache").header("ETag", file.tag);
    request.header("Vary", "Accept-Encoding").contentType(file.type);
    if (file.tag.equals(request.header("If-None-Match"))) {
      request.status(304);
      return;
    }
    String accepted = Optional.ofNullable(request.header("Accept-Encoding")).orElse("");
    if (accepted.contains("gzip") && file.gzip.length < file.plain.length) {
      request.header("Content-Encoding", "gzip").result(file.gzip);
    } else {
      request.result(file.plain);
    }
  }

  /** SHA-256 of a text as a content security policy writes it. */
  static String digest(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(byte[] content) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
