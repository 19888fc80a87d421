package io.fovea.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads NumPy's NPZ format: a ZIP file of NPY arrays, stored or deflated. */
final class NpzReader {
  private static final String ENDING = ".npy";

  private NpzReader() {}

  static NumericArray read(Path file, Optional<String> name, ArrayLimit limit) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      List<ZipEntry> arrays =
          zip.stream().map(ZipEntry.class::cast).filter(e -> e.getName().endsWith(ENDING)).toList();
      if (arrays.isEmpty()) {
        throw new ImageException(
            "there is no array (.npy) in this NPZ file; save it with numpy.savez");
      }
      var entry = name.isEmpty() ? only(arrays) : named(arrays, name.get());
      try (var in = new BufferedInputStream(zip.getInputStream(entry))) {
        return NpyReader.read(in, mostBytes(entry), limit);
      } catch (ImageException e) {
        throw new ImageException(arrayName(entry) + ": " + e.getMessage(), e);
      }
    } catch (ZipException e) {
      throw new ImageException(
          "this is no whole ZIP file, as NPZ files are (" + e.getMessage() + "); copy it again", e);
    }
  }

  private static ZipEntry only(List<ZipEntry> arrays) {
    if (arrays.size() > 1) {
      throw new ImageException(
          "there are several arrays: %s; save the one you mean alone".formatted(names(arrays)));
    }
    return arrays.get(0);
  }

  private static ZipEntry named(List<ZipEntry> arrays, String name) {
    return arrays.stream()
        .filter(entry -> arrayName(entry).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ImageException(
                    "there is no array named %s; there are: %s".formatted(name, names(arrays))));
  }

  private static String names(List<ZipEntry> arrays) {
    return arrays.stream().map(NpzReader::arrayName).collect(Collectors.joining(", "));
  }

  /** What an entry can hold: what it claims, but no more than deflate can make of its bytes. */
  private static long mostBytes(ZipEntry entry) {
    return entry.getMethod() == ZipEntry.STORED
        ? Math.min(entry.getSize(), entry.getCompressedSize())
        : Math.min(entry.getSize(), ArrayLimit.inflated(entry.getCompressedSize()));
  }

  private static String arrayName(ZipEntry entry) {
    var name = entry.getName();
    return name.substring(0, name.length() - ENDING.length());
  }
}
