package io.fovea.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a numeric variable of a MATLAB file. Its text header tells version 7.3 (HDF5) from 5 to 7.
 *
 * <p>Dimensions stay as MATLAB shows them: {@code size(A) = [227 227 3]} is 227 × 227 × 3.
 */
final class MatReader {
  /** One variable of a file, before its numbers are read. */
  record Variable(String name, String type, boolean numeric) {}

  private static final int HEADER_BYTES = 128;

  private MatReader() {}

  static NumericArray read(Path file, Optional<String> name, ArrayLimit limit) throws IOException {
    byte[] header;
    try (var in = Files.newInputStream(file)) {
      header = in.readNBytes(HEADER_BYTES);
    }
    var text = new String(header, StandardCharsets.ISO_8859_1);
    if (text.startsWith("MATLAB 7.3 MAT-file") || text.startsWith("\u0089HDF")) {
      return Mat73Reader.read(file, name, limit);
    }
    if (header.length < HEADER_BYTES || !text.startsWith("MATLAB 5.0 MAT-file")) {
      throw new ImageException(
          "this is no MATLAB file of version 5 to 7.3; save it in MATLAB with -v7");
    }
    return Mat5FileReader.read(file, name, limit);
  }

  /** The variable of this name, or the only one that is numeric. */
  static Variable choose(List<Variable> variables, Optional<String> name) {
    if (name.isPresent()) {
      var named = variables.stream().filter(v -> v.name().equals(name.get())).findFirst();
      var variable =
          named.orElseThrow(
              () ->
                  new ImageException(
                      "there is no variable %s; there are: %s"
                          .formatted(name.get(), names(variables))));
      if (!variable.numeric()) {
        throw notNumeric(variable);
      }
      return variable;
    }
    var numeric = variables.stream().filter(Variable::numeric).toList();
    if (numeric.size() == 1) {
      return numeric.get(0);
    }
    if (numeric.size() > 1) {
      throw new ImageException(
          "there are several numeric variables: %s; save the one you mean alone"
              .formatted(names(numeric)));
    }
    if (variables.size() == 1) {
      throw notNumeric(variables.get(0));
    }
    throw new ImageException(
        "there is no numeric variable%s; save an array of real numbers"
            .formatted(variables.isEmpty() ? "" : " among " + names(variables)));
  }

  private static ImageException notNumeric(Variable variable) {
    return new ImageException(
        "the variable %s is %s, not an array of real numbers; save single(%s)"
            .formatted(variable.name(), variable.type(), variable.name()));
  }

  private static String names(List<Variable> variables) {
    return variables.stream().map(Variable::name).collect(Collectors.joining(", "));
  }
}
