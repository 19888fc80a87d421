package io.fovea.app.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The lesson of {@code docs/}, in HTML: the whole of it, or what it says about a kind of layer.
 *
 * <p>A line such as {@code <!-- about: pooling -->} before a heading says what the section is
 * about, which ends where the next such line or a heading as high begins; {@code <!-- about:
 * softmax, output -->} names two. Immutable, for any number of threads.
 */
final class Lessons {
  private static final String FOLDER = "/io/fovea/app/lesson/";
  private static final Map<String, String> FILES = Map.of("en", "lesson.md", "ko", "lesson.ko.md");
  private static final Pattern ABOUT = Pattern.compile("<!--\\s*about:\\s*([a-z, -]+?)\\s*-->");
  private static final Pattern PICTURE = Pattern.compile("[a-z0-9-]+\\.png");

  private final Map<String, Lesson> lessons;

  private Lessons(Map<String, Lesson> lessons) {
    this.lessons = lessons;
  }

  /** The lessons that come with the program. */
  static Lessons read() {
    var markdown = new LinkedHashMap<String, String>();
    FILES.forEach(
        (language, file) ->
            markdown.put(
                language, new String(resource(file).orElseThrow(), StandardCharsets.UTF_8)));
    return of(markdown);
  }

  /** These lessons, Markdown by language. */
  static Lessons of(Map<String, String> markdown) {
    var lessons = new LinkedHashMap<String, Lesson>();
    markdown.forEach((language, text) -> lessons.put(language, render(text)));
    return new Lessons(Map.copyOf(lessons));
  }

  /**
   * What the lesson says about a kind of layer, as HTML without html, head and body; empty where it
   * says nothing, or isn't told in this language.
   *
   * @param language en or ko
   * @param kind such as convolution
   */
  Optional<String> fragment(String language, String kind) {
    return lesson(language).map(lesson -> lesson.sections().get(kind));
  }

  /** The whole lesson, as HTML without html, head and body; empty in any other language. */
  Optional<String> text(String language) {
    return lesson(language).map(Lesson::whole);
  }

  /** A picture of the lesson, PNG; its HTML names it {@code lesson/NAME}. */
  Optional<byte[]> picture(String name) {
    return PICTURE.matcher(name).matches() ? resource("lesson/" + name) : Optional.empty();
  }

  private Optional<Lesson> lesson(String language) {
    return Optional.ofNullable(lessons.get(language));
  }

  private static Lesson render(String markdown) {
    Node document = Parser.builder().build().parse(markdown);
    document.accept(new LessonsLinks());
    HtmlRenderer renderer = HtmlRenderer.builder().escapeHtml(true).build();
    var whole = new StringBuilder();
    var sections = new LinkedHashMap<String, String>();
    String[] about = {};
    int level = 0;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof HtmlBlock html) {
        Matcher found = ABOUT.matcher(html.getLiteral());
        if (found.find()) {
          about = found.group(1).split("\\s*,\\s*");
          level = 0;
        }
        continue; // no other HTML goes to the page
      }
      if (node instanceof Heading heading) {
        about = level > 0 && heading.getLevel() <= level ? new String[0] : about;
        level = level == 0 ? heading.getLevel() : level;
      }
      String html = renderer.render(node);
      whole.append(html);
      Arrays.stream(about).forEach(kind -> sections.merge(kind, html, String::concat));
    }
    return new Lesson(whole.toString(), Map.copyOf(sections));
  }

  private static Optional<byte[]> resource(String name) {
    try (InputStream in = Lessons.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One lesson: all of it, and the sections by what they are about. */
  private record Lesson(String whole, Map<String, String> sections) {}
}
