package io.fovea.app.server;

import io.fovea.tensor.Tensor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON: an object of their components by name, nested ones alike; a tensor as its
 * height, width and values, what is absent as null. JSON has no numbers that aren't finite: these
 * are the words {@code NaN}, {@code Infinity} and {@code -Infinity}.
 */
final class RecordJson {
  private RecordJson() {}

  /** A number; a word where it isn't finite. */
  static Object number(double number) {
    return Double.isFinite(number) ? (Object) number : String.valueOf(number);
  }

  /** A record. */
  static Map<String, @Nullable Object> of(Record value) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      json.put(component.getName(), plain(component(value, component)));
    }
    return json;
  }

  private static @Nullable Object component(Record value, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e); // a record's accessors can be called
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Record nested) {
      return of(nested);
    }
    if (value instanceof Collection<?> many) {
      return many.stream().map(RecordJson::plain).toList();
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(RecordJson::plain).orElse(null);
    }
    if (value instanceof OptionalDouble optional) {
      return optional.isPresent() ? number(optional.getAsDouble()) : null;
    }
    if (value instanceof Tensor tensor) {
      return tensor(tensor);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    if (value instanceof Float || value instanceof Double) {
      return number(((Number) value).doubleValue());
    }
    return value;
  }

  private static Map<String, Object> tensor(Tensor tensor) {
    var values = new ArrayList<Object>();
    for (float value : tensor.toArray()) {
      values.add(number(value));
    }
    return Map.of(
        "height", tensor.shape().height(), "width", tensor.shape().width(), "values", values);
  }
}
