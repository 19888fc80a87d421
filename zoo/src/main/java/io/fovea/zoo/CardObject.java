package io.fovea.zoo;

import com.grack.nanojson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One JSON object of a card, read with a sentence for each thing that isn't as it must be. */
final class CardObject {
  private final String where;
  private final String path;
  private final JsonObject json;

  CardObject(String where, String path, JsonObject json) {
    this.where = where;
    this.path = path;
    this.json = json;
  }

  ZooException fault(String key, String what) {
    return new ZooException("%s: %s%s %s".formatted(where, path, key, what));
  }

  Optional<String> text(String key) {
    return value(key, String.class, "a text");
  }

  float number(String key) {
    return value(key, Number.class, "a number")
        .orElseThrow(() -> fault(key, "is missing"))
        .floatValue();
  }

  int integer(String key) {
    Number number =
        value(key, Number.class, "a whole number").orElseThrow(() -> fault(key, "is missing"));
    if (number.doubleValue() != number.intValue()) {
      throw fault(key, "must be a whole number");
    }
    return number.intValue();
  }

  /** A whole number that may be as large as a seed. */
  Optional<Long> whole(String key) {
    return value(key, Number.class, "a whole number").map(Number::longValue);
  }

  OptionalDouble fraction(String key) {
    Optional<Number> number = value(key, Number.class, "a number");
    if (number.isEmpty()) {
      return OptionalDouble.empty();
    }
    double fraction = number.get().doubleValue();
    if (!(fraction >= 0 && fraction <= 1)) {
      throw fault(key, "must be a fraction from 0 to 1");
    }
    return OptionalDouble.of(fraction);
  }

  /** All of its keys, each with a fraction. */
  Map<String, Double> fractions() {
    var fractions = new LinkedHashMap<String, Double>();
    for (String key : json.keySet()) {
      fraction(key).ifPresent(fraction -> fractions.put(key, fraction));
    }
    return fractions;
  }

  Optional<CardObject> object(String key) {
    return value(key, JsonObject.class, "an object")
        .map(object -> new CardObject(where, path + key + ".", object));
  }

  Optional<List<String>> texts(String key) {
    return list(key, String.class, "a list of texts");
  }

  Optional<List<Number>> numbers(String key) {
    return list(key, Number.class, "a list of numbers");
  }

  /** The constant of that name. */
  <E extends Enum<E>> E one(String key, Class<E> type) {
    String name = text(key).orElseThrow(() -> fault(key, "is missing"));
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                fault(
                    key,
                    "is %s, and must be one of %s"
                        .formatted(name, Arrays.toString(type.getEnumConstants()))));
  }

  private <T> Optional<List<T>> list(String key, Class<T> type, String what) {
    return value(key, List.class, what)
        .map(
            values -> {
              var list = new ArrayList<T>();
              for (Object value : values) {
                list.add(checked(key, value, type, what));
              }
              return List.copyOf(list);
            });
  }

  private <T> Optional<T> value(String key, Class<T> type, String what) {
    return json.containsKey(key)
        ? Optional.of(checked(key, json.get(key), type, what))
        : Optional.empty();
  }

  private <T> T checked(String key, @Nullable Object value, Class<T> type, String what) {
    if (!type.isInstance(value)) {
      throw fault(key, "must be " + what);
    }
    return type.cast(value);
  }
}
