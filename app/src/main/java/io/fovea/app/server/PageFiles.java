package io.fovea.app.server;

import static java.util.stream.Collectors.joining;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the page: our own modules and styles, the lesson's pictures, and its libraries. Each
 * is packed once and kept.
 *
 * <p>Any number of threads may use this at once.
 */
final class PageFiles {
  private static final String OWN = "/io/fovea/app/page/";
  private static final String LESSON = "/io/fovea/app/lesson/lesson/";
  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\\.[a-z]+");
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final String SCRIPT = "<script type=\"module\"";
  private static final String PAGE_PATH = "page/";
  private static final String FIRST = "main.js";
  private static final String JOINED = "fovea.js";
  private static final String D3_ZOOM = "d3-zoom.js";

  /** What our modules import of libraries, and what that imports. */
  private static final List<String> LIBRARIES =
      List.of(
          "lit/lit-html.js",
          "lit/directive.js",
          "lit/directive-helpers.js",
          "lit/directives/guard.js",
          "lit/directives/repeat.js",
          D3_ZOOM);

  /** The styles, in the order in which they follow each other. */
  private static final List<String> STYLES =
      List.of(
          "tokens",
          "base",
          "input",
          "network",
          "graph",
          "table",
          "layer",
          "channel",
          "values",
          "find",
          "save",
          "compare",
          "compare-layer",
          "compare-nothing",
          "train",
          "train-course",
          "train-result",
          "help");

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

  private final Map<String, PageFile> files = new ConcurrentHashMap<>();
  private final Once<PageFile> page = new Once<>(this::joinedPage);
  private final Once<PageFile> modules = new Once<>(this::joinedModules);
  private final Once<PageFile> style = new Once<>(this::joinedStyles);
  private final Once<PageFile> d3 = new Once<>(PageFiles::joinedD3);
  private final String policy;

  PageFiles() {
    Matcher map = IMPORT_MAP.matcher(own("index.html").text());
    String hash = map.find() ? " 'sha256-" + PageFile.digest(map.group(1)) + "'" : "";
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
    page.get().give(request);
  }

  /** One of our own files. */
  void own(Context request) {
    own(request.pathParam("file")).give(request);
  }

  /** All our modules as one. */
  void modules(Context request) {
    modules.get().give(request);
  }

  /** All our styles as one. */
  void style(Context request) {
    style.get().give(request);
  }

  /** A picture of the lesson. */
  void lesson(Context request) {
    file(LESSON, request.pathParam("file")).give(request);
  }

  /** A library of one file. */
  void library(Context request) {
    String name = request.pathParam("file");
    if (!name.equals(D3_ZOOM)) {
      throw missing(name);
    }
    d3.get().give(request);
  }

  /** lit-html and its directives, which import each other by relative paths. */
  void lit(Context request) {
    lit(request.pathParam("file")).give(request);
  }

  /** The page asks for all its modules as one, and at once for the libraries that they need. */
  private PageFile joinedPage() {
    return PageFile.of(
        "index.html",
        own("index.html")
            .text()
            .replace(PAGE_PATH + FIRST, PAGE_PATH + JOINED)
            .replace(SCRIPT, preloads() + SCRIPT));
  }

  private static String preloads() {
    return LIBRARIES.stream()
        .map("<link rel=\"modulepreload\" href=\"lib/%s\" />%n    "::formatted)
        .collect(joining());
  }

  private PageFile joinedModules() {
    return PageFile.of(JOINED, JoinedModules.of(FIRST, path -> own(path).text()));
  }

  private PageFile joinedStyles() {
    return PageFile.of(
        "style.css",
        STYLES.stream().map(name -> own("style/" + name + ".css").text()).collect(joining()));
  }

  /** The browser builds of d3's parts, which all add to one global, as one module. */
  private static PageFile joinedD3() {
    String parts = D3.stream().map(PageFiles::d3).collect(joining("\n"));
    return PageFile.of(
        D3_ZOOM, parts + "\nexport const { zoom, zoomIdentity, select } = globalThis.d3;\n");
  }

  private static String d3(String part) {
    String name = "d3-" + part;
    return text(WEBJARS + name + "/" + version(name) + "/dist/" + name + ".min.js");
  }

  private PageFile own(String name) {
    return file(OWN, name);
  }

  private PageFile lit(String name) {
    return file(WEBJARS + "lit-html/" + version("lit-html") + "/", name);
  }

  private PageFile file(String folder, String name) {
    if (!SAFE.matcher(name).matches()) {
      throw missing(name);
    }
    return files.computeIfAbsent(
        folder + name, path -> PageFile.of(name, read(path).orElseThrow(() -> missing(name))));
  }

  private static RequestException missing(String name) {
    return RequestException.missing("there is no file " + name + " here");
  }

  /** The version of a WebJar, which its folder is named by. */
  private static String version(String name) {
    String path = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
    return text(path)
        .lines()
        .filter(line -> line.startsWith("version="))
        .map(line -> line.substring("version=".length()).strip())
        .findFirst()
        .orElseThrow(() -> missing(path));
  }

  private static String text(String path) {
    return new String(read(path).orElseThrow(() -> missing(path)), StandardCharsets.UTF_8);
  }

  private static Optional<byte[]> read(String path) {
    try (InputStream in = PageFiles.class.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
