package io.fovea.zoo;

import io.fovea.image.Preprocessing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Well-known model files, told by their content, and what their files don't say. */
final class Catalogue {
  private record Entry(
      String sha256, long bytes, Preprocessing preprocessing, String licence, String source) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(
              "9a9c7c51fdddc00f5e6b7d1ca09033565c234a6433b7b548b0568b6f05effb39",
              4_951_816,
              CommonPreprocessing.torchvision(256),
              "BSD-3-Clause",
              "torchvision's weights by way of zchrissirhcz/squeezenet-ncnn-pnnx-opencv-cpp"),
          new Entry(
              "21f25e3d9254af93e6218a359469fac714a017b3f9035c0f5c4acbf9a3ff7233",
              2_484_091,
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
    String sha256 = Sha256.of(file);
    return ENTRIES.stream()
        .filter(entry -> entry.sha256.equals(sha256))
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
                    sha256));
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new ZooException("%s: can't be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
