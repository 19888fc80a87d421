package io.fovea.testing;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A module's public surface as text, held equal to the module's {@code api.txt} by a test, so that
 * a change of it is seen in the diff:
 *
 * <pre>{@code
 * class ApiTest {
 *   @Test
 *   void thePublicSurfaceIsAsWritten() {
 *     PublicSurface.ofModuleOf(Network.class).check();
 *   }
 * }
 * }</pre>
 */
public final class PublicSurface {
  /** The command that writes every module's {@code api.txt}; the test is called ApiTest in each. */
  static final String COMMAND =
      "mvn test -Dtest=ApiTest -Dsurefire.failIfNoSpecifiedTests=false -Dfovea.api=write";

  private final Path classes;

  private PublicSurface(Path classes) {
    this.classes = classes;
  }

  /** The surface of the module that this class was compiled in. */
  public static PublicSurface ofModuleOf(Class<?> type) {
    try {
      return new PublicSurface(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fails where {@code api.txt} differs; rewrites it where {@code -Dfovea.api=write} is given. */
  public void check() {
    Path file = classes.resolve("../../api.txt").normalize();
    String surface = text();
    try {
      if ("write".equals(System.getProperty("fovea.api"))) {
        Files.writeString(file, surface);
      }
      String written = Files.exists(file) ? Files.readString(file) : "";
      if (!surface.equals(written.replace("\r\n", "\n"))) {
        fail(difference(file, written.lines().toList(), surface.lines().toList()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All public types of the module with their public and protected members, in order of name. */
  public String text() {
    var text = new StringBuilder();
    for (String name : names()) {
      Class<?> type = load(name);
      if (SurfaceText.isPublic(type)) {
        text.append(SurfaceText.of(type)).append('\n');
      }
    }
    return text.toString();
  }

  static String difference(Path file, List<String> written, List<String> found) {
    var lines = new ArrayList<String>();
    lines.add(
        "the public surface is no longer what " + file + " says; if that is meant, run " + COMMAND);
    written.stream().filter(line -> !found.contains(line)).forEach(line -> lines.add("- " + line));
    found.stream().filter(line -> !written.contains(line)).forEach(line -> lines.add("+ " + line));
    return String.join("\n", lines);
  }

  private List<String> names() {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublicSurface.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
