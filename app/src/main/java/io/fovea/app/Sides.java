package io.fovea.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Two numbers of at least 1, {@code 227x227}.
 *
 * @param first height, or rows
 * @param second width, or columns
 */
record Sides(int first, int second) {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})[x×]([1-9]\\d{0,5})");

  /** Reads them from the command line. */
  static final class Converter implements ITypeConverter<Sides> {
    @Override
    public Sides convert(String value) {
      Matcher match = FORM.matcher(value);
      if (!match.matches()) {
        throw new TypeConversionException(
            "'" + value + "' must be two numbers from 1 to 999999 with an x between, like 227x227");
      }
      return new Sides(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }
  }
}
