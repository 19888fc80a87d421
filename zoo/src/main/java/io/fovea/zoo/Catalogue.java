package io.fovea.zoo;

import io.fovea.image.Preprocessing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Well-known model files and what they don't say, told by their length and CRC-32C: enough against
 * mix-ups, and much cheaper than SHA-256 in a process that has just started.
 */
final class Catalogue {
  private record Entry(
      long bytes,
      long crc32c,
      String sha256,
      Preprocessing preprocessing,
      String licence,
      String source) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(
              4_951_816,
              0x64ab3bf2L,
              "9a9c7c51fdddc00f5e6b7d1ca09033565c234a6433b7b548b0568b6f05effb39",
              CommonPreprocessing.torchvision(256),
              "BSD-3-Clause",
              "torchvision's weights by way of zchrissirhcz/squeezenet-ncnn-pnnx-opencv-cpp"),
          new Entry(
              2_484_091,
              0x10e0f76fL,
              "21f25e3d9254af93e6218a359469fac714a017b3f9035c0f5c4acbf9a3ff7233",
              CommonPreprocessing.caffe(256),
              "MIT",
              "microsoft/Windows-Machine-Learning"));

  private Catalogue() {}

  /** What is known of this very file; its content is read only where the length is a known one. */
  static Optional<Card> find(Path file, String name) {
    long bytes = length(file);
    if (ENTRIES.stream().noneMatch(entry -> entry.bytes == bytes)) {
      return Optional.empty();
    }
    long crc32c = crc32c(file);
    return ENTRIES.stream()
        .filter(entry -> entry.bytes == bytes && entry.crc32c == crc32c)
        .findFirst()
        .map(
            entry ->
                new Card(
                    Card.FORMAT_VERSION,
                    name,
                    Optional.empty(),
                    entry.preprocessing,
                    List.of(),
                    entry.licence,
                    entry.source,
                    entry.sha256,
                    Optional.empty()));
  }

  private static long crc32c(Path file) {
    try (var channel = FileChannel.open(file)) {
      var checksum = new CRC32C();
      checksum.update(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
      return checksum.getValue();
    } catch (IOException e) {
      throw new ZooException("%s: can't be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new ZooException("%s: can't be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
