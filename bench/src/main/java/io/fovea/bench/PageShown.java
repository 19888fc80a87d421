package io.fovea.bench;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * What an open page shows.
 *
 * @param model the network's name
 * @param input the id of the picture
 * @param layers of the network, as the server describes them
 * @param samples ids of pictures that the server offers
 */
record PageShown(String model, String input, List<JsonObject> layers, List<String> samples) {

  /** The same of another picture. */
  PageShown of(String other) {
    return new PageShown(model, other, layers, samples);
  }

  /** A question about the picture that is shown. */
  PageQuery query(String path, String kind) {
    return PageQuery.of(path, kind).with("model", model).with("input", input);
  }

  /** A layer's name. */
  static String name(JsonObject layer) {
    return layer.get("name").getAsString();
  }

  /** A layer's kind. */
  static String kind(JsonObject layer) {
    return layer.get("kind").getAsString();
  }
}
