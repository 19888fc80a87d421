package io.fovea.onnx;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Optional;

/**
 * Data of tensors that lies in files beside the model, mapped into memory where it is asked for.
 */
final class ExternalData {
  private final Optional<Path> folder;

  private ExternalData(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The data beside a model. */
  static ExternalData of(Path model) {
    Path parent = model.toAbsolutePath().normalize().getParent();
    return new ExternalData(Optional.of(parent == null ? model.toAbsolutePath() : parent));
  }

  /** None, where a model doesn't lie in a folder. */
  static ExternalData none() {
    return new ExternalData(Optional.empty());
  }

  /**
   * A tensor's bytes.
   *
   * @param count how many bytes it must have
   */
  ByteBuffer read(TensorProto tensor, long count) {
    var entries = new HashMap<String, String>();
    for (StringStringEntryProto entry : tensor.getExternalDataList()) {
      entries.put(entry.getKey(), entry.getValue());
    }
    String location = entries.getOrDefault("location", "");
    Path file = resolve(tensor.getName(), location);
    long offset = number(tensor, entries.getOrDefault("offset", "0"));
    long length = number(tensor, entries.getOrDefault("length", String.valueOf(count)));
    if (length != count) {
      throw new OnnxException(
          "%s needs %,d bytes, but says that %,d lie in %s"
              .formatted(tensor.getName(), count, length, location));
    }
    return map(tensor.getName(), location, file, offset, count);
  }

  private Path resolve(String tensor, String location) {
    Path folder =
        this.folder.orElseThrow(
            () ->
                new OnnxException(
                    "the data of %s is said to lie in %s, but only the file itself is at hand; write the model into one file"
                        .formatted(tensor, location)));
    try {
      Path file = folder.resolve(location).normalize();
      boolean inside = file.startsWith(folder) && !file.equals(folder);
      if (inside && Files.exists(file)) {
        inside = file.toRealPath().startsWith(folder.toRealPath());
      }
      if (!inside) {
        throw new OnnxException(
            "the data of %s is said to lie in %s, outside the model's folder; put it beside the model"
                .formatted(tensor, location));
      }
      return file;
    } catch (InvalidPathException | IOException e) {
      throw new OnnxException(
          "the data of %s is said to lie in %s, which can't be opened".formatted(tensor, location),
          e);
    }
  }

  private static ByteBuffer map(
      String tensor, String location, Path file, long offset, long count) {
    if (!Files.isRegularFile(file)) {
      throw new OnnxException(
          "the data of %s lies in %s, which isn't there; put it beside the model"
              .formatted(tensor, location));
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() - count < offset) {
        throw new OnnxException(
            "the data of %s lies in %s from byte %,d to %,d, but the file has %,d bytes; copy it again"
                .formatted(tensor, location, offset, offset + count, channel.size()));
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, offset, count);
    } catch (IOException e) {
      throw new OnnxException(
          "the data of %s lies in %s, which can't be opened (%s)"
              .formatted(tensor, location, e.getMessage()),
          e);
    }
  }

  private static long number(TensorProto tensor, String text) {
    try {
      long number = Long.parseLong(text.strip());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new OnnxException(
        "the data of %s lies outside the file at %s, which isn't a number of bytes"
            .formatted(tensor.getName(), text));
  }
}
