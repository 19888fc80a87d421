package io.fovea.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads arrays of numbers from files: {@code .npy}, {@code .npz}, {@code .csv} and {@code .mat} (5
 * to 7.3; the file's name decides). All numbers become float32: float64 and large integers are
 * rounded to the nearest, beyond float32's range to infinity.
 *
 * <p>Whatever a file claims about its size is held against its length before memory is taken. Any
 * number of threads may read at once.
 */
public final class ArrayReader {
  /** Reads the array of a name, or the only one. */
  @FunctionalInterface
  private interface Format {
    NumericArray read(Path file, Optional<String> name, ArrayLimit limit) throws IOException;
  }

  private static final Map<String, Format> FORMATS =
      Map.of(
          "npy", (file, name, limit) -> NpyReader.read(file, name, limit),
          "npz", (file, name, limit) -> NpzReader.read(file, name, limit),
          "csv", (file, name, limit) -> CsvReader.read(file, name, limit),
          "mat", (file, name, limit) -> MatReader.read(file, name, limit));

  private ArrayReader() {}

  /** Whether the file's name ends like that of an array file. */
  public static boolean reads(Path file) {
    return FORMATS.containsKey(extension(file));
  }

  /**
   * The array in a file: of an {@code .npz} the only one, of a {@code .mat} the only numeric
   * variable.
   *
   * @throws ImageException if the file is missing, broken, or holds something other than numbers,
   *     or several of them; the sentence begins with the file's name
   */
  public static NumericArray read(Path file) {
    return read(file, ArrayLimit.NUMBERS);
  }

  /**
   * The same, unless it holds more than so many numbers; the memory that a larger one would take
   * isn't spent.
   *
   * @param mostNumbers the most that are read, at least 1
   * @throws ImageException as {@link #read(Path)}
   */
  public static NumericArray read(Path file, long mostNumbers) {
    return read(file, Optional.empty(), new ArrayLimit(Math.min(mostNumbers, ArrayLimit.NUMBERS)));
  }

  /**
   * The array of this name in an {@code .npz} or {@code .mat} file.
   *
   * @throws ImageException as {@link #read(Path)}, and if there is none of this name
   */
  public static NumericArray read(Path file, String name) {
    return read(file, Optional.of(name), new ArrayLimit(ArrayLimit.NUMBERS));
  }

  private static NumericArray read(Path file, Optional<String> name, ArrayLimit limit) {
    var format = FORMATS.get(extension(file));
    if (format == null) {
      throw new ImageException(
          file + ": not an array file; arrays are read from .npy, .npz, .csv and .mat");
    }
    if (Files.isDirectory(file)) {
      throw new ImageException(file + ": this is a folder; name a file in it");
    }
    if (Files.notExists(file)) {
      throw new ImageException(file + ": there is no such file");
    }
    if (!Files.isReadable(file)) {
      throw new ImageException(file + ": the file may not be read; change its permissions");
    }
    try {
      return format.read(file, name, limit);
    } catch (ImageException e) {
      throw new ImageException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ImageException(
          file + ": the file can't be read (" + e.getMessage() + "); copy it again", e);
    }
  }

  private static String extension(Path file) {
    var name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
