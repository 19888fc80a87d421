package io.fovea.learn;

import io.fovea.image.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Small pictures and folders of them, drawn by code. */
final class DrawnPictures {
  private DrawnPictures() {}

  /** One colour everywhere. */
  static Picture flat(int height, int width, int red, int green, int blue) {
    var samples = new byte[3 * height * width];
    for (int at = 0; at < samples.length; at += 3) {
      samples[at] = (byte) red;
      samples[at + 1] = (byte) green;
      samples[at + 2] = (byte) blue;
    }
    return Picture.of(height, width, 3, samples);
  }

  /** Samples without any order, the same for the same seed. */
  static Picture noise(int height, int width, int channels, long seed) {
    var samples = new byte[channels * height * width];
    new SplittableRandom(seed).nextBytes(samples);
    return Picture.of(height, width, channels, samples);
  }

  /** Samples of one gray row after another. */
  static Picture gray(int height, int width, int... samples) {
    var bytes = new byte[samples.length];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) samples[at];
    }
    return Picture.of(height, width, 1, bytes);
  }

  /** {@code label/0.png}, {@code label/1.png} ... of noise, 9 × 12 pixels. */
  static void folder(Path root, String label, int count) {
    for (int number = 0; number < count; number++) {
      write(root, label + "/" + number + ".png", noise(9, 12, 3, label.hashCode() + number));
    }
  }

  static Path write(Path root, String name, Picture picture) {
    var file = place(root, name);
    picture.write(file);
    return file;
  }

  /** A file that is called a picture and isn't one. */
  static Path writeBroken(Path root, String name) {
    try {
      return Files.writeString(place(root, name), "not a picture");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path place(Path root, String name) {
    try {
      var file = root.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
