package io.fovea.app.server;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.util.Optional;

/**
 * A JSON object that a page sent. A value of another type than it must have is refused by its name,
 * never taken for one that was left out.
 */
record SentObject(JsonObject object) {
  /**
   * Reads one.
   *
   * @param expected what it should be, as the beginning of a sentence
   * @throws RequestException if it is none
   */
  static SentObject parse(String json, String expected) {
    try {
      return new SentObject(JsonParser.object().from(json));
    } catch (JsonParserException e) {
      throw RequestException.wrong(expected + ", but this is none");
    } catch (StackOverflowError e) { // the parser calls itself for each list within a list
      throw RequestException.wrong(expected + ", but this is nested too deeply to be read");
    }
  }

  /** A text, unless it is left out or blank. */
  Optional<String> text(String name) {
    require(name, !object.has(name) || object.isString(name), "a text");
    return Optional.ofNullable(object.getString(name)).filter(text -> !text.isBlank());
  }

  /** True or false; false where it is left out. */
  boolean isSet(String name) {
    require(name, !object.has(name) || object.isBoolean(name), "true or false");
    return object.getBoolean(name, false);
  }

  /** A number, unless it is left out. */
  Optional<Double> number(String name) {
    require(name, !object.has(name) || object.isNumber(name), "a number");
    return Optional.ofNullable(object.getNumber(name)).map(Number::doubleValue);
  }

  /** A whole number, unless it is left out; one too large for this is the largest. */
  Optional<Long> whole(String name) {
    Optional<Double> number = number(name);
    if (number.isPresent() && number.get() != Math.rint(number.get())) {
      throw RequestException.wrong(
          "%s: this must be a whole number, not %s".formatted(name, number.get()));
    }
    return number.map(Double::longValue);
  }

  private static void require(String name, boolean holds, String type) {
    if (!holds) {
      throw RequestException.wrong("%s: this must be %s".formatted(name, type));
    }
  }
}
