package io.fovea.app.server;

import io.fovea.Input;
import io.fovea.image.Limits;
import io.fovea.image.NumericArray;
import io.fovea.image.Picture;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An input that pages may look at.
 *
 * @param id by which pages name it
 * @param name that of the file it came from
 * @param kind "picture" or "array"
 * @param height rows of the picture or array as it came
 * @param width columns
 * @param limits the least and greatest number of an array that aren't infinite
 * @param file where it lies
 * @param picture what it is, or
 * @param array that
 * @param bytes what it takes in memory, or on disk where that is more
 */
record PageInput(
    String id,
    String name,
    String kind,
    int height,
    int width,
    Optional<Limits> limits,
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
        height,
        width,
        Optional.empty(),
        file,
        Optional.of(picture),
        Optional.empty(),
        Math.max(decoded, length(file)));
  }

  /** What a net takes. */
  Input input() {
    return picture.map(Input::of).or(() -> array.map(Input::of)).orElseThrow();
  }

  /** An array; its last two dimensions are rows and columns. */
  static PageInput of(String id, String name, Path file, NumericArray array) {
    var dimensions = array.dimensions();
    int rank = dimensions.size();
    int height = rank < 2 ? 1 : dimensions.get(rank - 2);
    int width = rank < 1 ? 1 : dimensions.get(rank - 1);
    float[] values = array.toArray();
    long decoded = (long) values.length * Float.BYTES;
    return new PageInput(
        id,
        name,
        "array",
        height,
        width,
        limits(values),
        file,
        Optional.empty(),
        Optional.of(array),
        Math.max(decoded, length(file)));
  }

  private static long length(Path file) {
    return file.toFile().length();
  }

  private static Optional<Limits> limits(float[] values) {
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      if (Float.isFinite(value)) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
    return least > greatest ? Optional.empty() : Optional.of(new Limits(least, greatest));
  }

  /** What a page shows of it. */
  Map<String, Object> toJson() {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("name", name);
    json.put("kind", kind);
    json.put("height", height);
    json.put("width", width);
    limits.ifPresent(
        range -> {
          json.put("least", range.least());
          json.put("greatest", range.greatest());
        });
    return json;
  }
}
