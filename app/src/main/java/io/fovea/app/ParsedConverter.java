package io.fovea.app;

import io.fovea.tensor.FoveaException;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an option by the parser of its own type; what that refuses is wrong use. */
abstract class ParsedConverter<T> implements ITypeConverter<T> {
  private final Function<String, T> parser;

  ParsedConverter(Function<String, T> parser) {
    this.parser = parser;
  }

  @Override
  public final T convert(String value) {
    try {
      return parser.apply(value);
    } catch (FoveaException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
