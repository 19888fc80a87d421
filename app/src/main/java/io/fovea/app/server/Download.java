package io.fovea.app.server;

import io.fovea.image.OutputFile;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A file that a person takes along.
 *
 * @param name as a browser saves it
 * @param type its media type
 * @param content what it holds
 */
record Download(String name, String type, byte[] content) {
  private static final int MOST_CHARACTERS = 60;

  /**
   * A file name of several parts, such as {@code squeezenet-conv1-montage.png}. Whatever a model or
   * a person called them, the name has no folder in it, isn't hidden, and fits on a disk; where
   * nothing is left of them it is {@code file}.
   */
  static String name(String ending, String... parts) {
    String joined =
        Arrays.stream(parts)
            .map(Download::plain)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("-"));
    return (joined.isEmpty() ? "file" : joined) + ending;
  }

  /** Letters and digits of any script, and {@code . _}; what else stands between becomes a dash. */
  private static String plain(String part) {
    String dashed = part.replaceAll("[^\\p{L}\\p{N}._]+", "-");
    String bare = dashed.replaceAll("^[.-]+|[.-]+$", "");
    int length = bare.codePointCount(0, bare.length());
    int end = bare.offsetByCodePoints(0, Math.min(length, MOST_CHARACTERS));
    return bare.substring(0, end);
  }

  /** Sends it. */
  void give(Context request) {
    String ascii = name.replaceAll("[^\\x20-\\x7e]", "_");
    String whole = ascii.equals(name) ? "" : "; filename*=UTF-8''" + OutputFile.fileName(name, "");
    request
        .contentType(type)
        .header("Content-Disposition", "attachment; filename=\"" + ascii + "\"" + whole)
        .result(content);
  }
}
