package io.fovea.onnx;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells by their first bytes what files are that only carry the name of an ONNX file. */
final class ForeignFile {
  private static final int LOOKED_AT = 64;
  private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();

  static {
    BEGINNINGS.put(
        "version https://git-lfs",
        "is a Git LFS pointer, not the model itself; fetch it with git lfs pull");
    BEGINNINGS.put("PK\u0003\u0004", "is a ZIP archive; unpack it and name the .onnx file in it");
    BEGINNINGS.put("\u001f\u008b", "is a gzip archive; unpack it first");
    BEGINNINGS.put("<!doctype", "is a web page, not an ONNX file; download the file itself");
    BEGINNINGS.put("<html", "is a web page, not an ONNX file; download the file itself");
    BEGINNINGS.put("\u0089HDF", "is an HDF5 (Keras) file; export the network to ONNX");
    BEGINNINGS.put("{", "is a JSON or text file, not an ONNX file");
    BEGINNINGS.put("\u0080\u0002", "is a Python pickle (PyTorch); export the network to ONNX");
  }

  private ForeignFile() {}

  /** Refuses an empty file and what is known to be something else. */
  static void refuse(ByteBuffer bytes) {
    if (!bytes.hasRemaining()) {
      throw new OnnxException("is empty; copy or export it again");
    }
    var first = new byte[Math.min(LOOKED_AT, bytes.remaining())];
    bytes.duplicate().get(first);
    String start = new String(first, StandardCharsets.ISO_8859_1);
    String text = start.stripLeading().toLowerCase(Locale.ROOT);
    BEGINNINGS.forEach(
        (beginning, what) -> {
          if (start.startsWith(beginning) || text.startsWith(beginning)) {
            throw new OnnxException(what);
          }
        });
    if (start.startsWith("TFL3", 4)) {
      throw new OnnxException("is a TensorFlow Lite file; export the network to ONNX");
    }
  }
}
