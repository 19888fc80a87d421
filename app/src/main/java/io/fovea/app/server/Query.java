package io.fovea.app.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the query of a request asks for. */
final class Query {
  private final Context request;
  private final Wanted wanted;

  Query(Context request) {
    this(request, new Wanted());
  }

  /**
   * @param wanted whether the answer is
   */
  Query(Context request, Wanted wanted) {
    this.request = request;
    this.wanted = wanted;
  }

  /** Whether the answer is still wanted. */
  Wanted wanted() {
    return wanted;
  }

  /** A value that has to be there. */
  String text(String name) {
    return optional(name)
        .orElseThrow(() -> RequestException.wrong("the address lacks \"" + name + "\"; add it"));
  }

  /** A value, unless it is left out or empty. */
  Optional<String> optional(String name) {
    return Optional.ofNullable(request.queryParam(name)).filter(text -> !text.isEmpty());
  }

  /** The networks that it is about; none where it names none. */
  List<String> models() {
    return Stream.of("model", "otherModel").flatMap(name -> optional(name).stream()).toList();
  }

  /** The inputs that it is about; none where it names none. */
  List<String> inputs() {
    return Stream.of("input", "otherInput").flatMap(name -> optional(name).stream()).toList();
  }

  /** Names with commas between, each once. */
  Set<String> names(String name) {
    return optional(name).map(text -> Set.copyOf(List.of(text.split(",")))).orElse(Set.of());
  }

  /** A whole number between two others, both included. */
  int number(String name, int least, int greatest) {
    return number(name, text(name), least, greatest);
  }

  /** The same, or another where it is left out. */
  int number(String name, int otherwise, int least, int greatest) {
    return optional(name).map(text -> number(name, text, least, greatest)).orElse(otherwise);
  }

  private static int number(String name, String text, int least, int greatest) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= greatest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw RequestException.wrong(
        "\"%s\" is %s; it must be a whole number from %d to %d"
            .formatted(name, text, least, greatest));
  }
}
