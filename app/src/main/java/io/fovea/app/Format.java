package io.fovea.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How results are written. */
enum Format {
  /** For people. */
  TABLE,
  /** For programs. */
  JSON,
  /** For spreadsheets. */
  CSV;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads it from the command line. */
  static final class Converter implements ITypeConverter<Format> {
    @Override
    public Format convert(String value) {
      return Arrays.stream(values())
          .filter(format -> format.toString().equals(value))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("'" + value + "' is none of " + all()));
    }

    private static String all() {
      return Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(", "));
    }
  }
}
