package io.fovea.app.server;

import io.fovea.Input;
import io.fovea.image.NumericArray;
import io.fovea.image.Picture;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An input that pages may look at.
 *
 * @param id by which pages name it
 * @param name that of the file it came from
 * @param kind "picture" or "array"
 * @param size rows and columns of a picture as it came, all dimensions of an array: which of them
 *     are its rows and columns depends on the network
 * @param file where it lies
 * @param picture what it is, or
 * @param array that
 * @param bytes what it takes in memory, or on disk where that is more
 */
record PageInput(
    String id,
    String name,
    String kind,
    List<Integer> size,
    Path file,
    Optional<Picture> picture,
    Optional<NumericArray> array,
    long bytes) {

  /** A picture. */
  static PageInput of(String id, String name, Path file, Picture picture) {
    int height = picture.height();
    int width = picture.width();
    long decoded = (long) height * width * picture.channels();
    return new PageInput(
        id,
        name,
        "picture",
        List.of(height, width),
        file,
        Optional.of(picture),
        Optional.empty(),
        Math.max(decoded, length(file)));
  }

  /** What a net takes. */
  Input input() {
    return picture.map(Input::of).or(() -> array.map(Input::of)).orElseThrow();
  }

  /** An array. */
  static PageInput of(String id, String name, Path file, NumericArray array) {
    long count =
        array.dimensions().stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    long decoded = count * Float.BYTES;
    return new PageInput(
        id,
        name,
        "array",
        array.dimensions(),
        file,
        Optional.empty(),
        Optional.of(array),
        Math.max(decoded, length(file)));
  }

  private static long length(Path file) {
    return file.toFile().length();
  }

  /** As people write it: 227 × 227. */
  String sizeText() {
    return size.stream().map(String::valueOf).collect(Collectors.joining(" × "));
  }

  /** What a page shows of it. */
  Map<String, Object> toJson() {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("name", name);
    json.put("kind", kind);
    json.put("size", size);
    return json;
  }
}
