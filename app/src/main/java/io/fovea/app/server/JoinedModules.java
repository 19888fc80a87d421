package io.fovea.app.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page's modules as one, since each request costs a browser more than what it brings: a module
 * becomes a function that runs once, after those that it imports, and gives what it exports.
 *
 * <p>It reads the forms of {@code import} and {@code export} that the page uses, each at a line's
 * beginning; anything else, and a circle of imports, is refused. Modules without a path, the
 * libraries, stay modules of their own.
 */
final class JoinedModules {
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:(\\w+|\\{[^}]*}) from )?'([^']+)';$", Pattern.MULTILINE);
  private static final Pattern EXPORT =
      Pattern.compile(
          "^export (?:(?:async )?function|const|class) (\\w+)|^export (default) ",
          Pattern.MULTILINE);

  /** Lines of comment alone, which a browser needn't be sent. */
  private static final Pattern COMMENT =
      Pattern.compile("^ *(?://.*|/\\*\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/)\\n", Pattern.MULTILINE);

  private static final Pattern LEFT = Pattern.compile("^(?:import|export)\\b.*", Pattern.MULTILINE);
  private static final String RUNNING = "";

  private final UnaryOperator<String> source;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> libraries = new LinkedHashMap<>();
  private final StringBuilder joined = new StringBuilder();

  private JoinedModules(UnaryOperator<String> source) {
    this.source = source;
  }

  /**
   * One module that does what this one and all that it imports do.
   *
   * @param first path of a module
   * @param source gives the text of the module at a path
   * @throws IllegalArgumentException if a module is written as this can't read it
   */
  static String of(String first, UnaryOperator<String> source) {
    var modules = new JoinedModules(source);
    modules.add(first);
    var head = new StringBuilder();
    modules.libraries.forEach(
        (library, name) -> head.append("import * as %s from '%s';%n".formatted(name, library)));
    return head.append(modules.joined).toString();
  }

  /** Adds a module after those that it needs; gives the name of what it exports. */
  private String add(String path) {
    String known = names.get(path);
    if (known != null && known.equals(RUNNING)) {
      throw new IllegalArgumentException(path + " imports itself, by way of others");
    }
    if (known != null) {
      return known;
    }
    names.put(path, RUNNING);
    String name = "module" + names.size();
    String text = COMMENT.matcher(source.apply(path)).replaceAll("");
    var exports = new ArrayList<String>();
    String body = exported(imported(path, text), exports);
    refuseRest(path, body);
    names.put(path, name);
    joined.append("\n// %s\nconst %s = (() => {\n".formatted(path, name));
    joined.append(body).append("return {").append(String.join(", ", exports)).append("};\n})();\n");
    return name;
  }

  private String imported(String path, String text) {
    return IMPORT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(taken(path, found)));
  }

  private String taken(String path, MatchResult found) {
    String from = found.group(2);
    String module =
        from.startsWith(".")
            ? add(URI.create(path).resolve(from).toString())
            : libraries.computeIfAbsent(from, any -> "library" + libraries.size());
    String what = found.group(1);
    if (what == null) {
      return "";
    }
    return what.startsWith("{")
        ? "const %s = %s;".formatted(what.replace(" as ", ": "), module)
        : "const %s = %s.default;".formatted(what, module);
  }

  private static String exported(String text, List<String> exports) {
    return EXPORT
        .matcher(text)
        .replaceAll(
            found -> {
              boolean isDefault = found.group(2) != null;
              exports.add(isDefault ? "default: given" : found.group(1));
              return isDefault ? "const given = " : found.group().substring("export ".length());
            });
  }

  private static void refuseRest(String path, String body) {
    Matcher left = LEFT.matcher(body);
    if (left.find()) {
      throw new IllegalArgumentException(path + ": can't be joined with others: " + left.group());
    }
  }
}
