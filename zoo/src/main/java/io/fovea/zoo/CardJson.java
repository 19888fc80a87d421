package io.fovea.zoo;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import io.fovea.image.ChannelOrder;
import io.fovea.image.ColourProfile;
import io.fovea.image.Fit;
import io.fovea.image.ImageException;
import io.fovea.image.Interpolation;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.network.NetworkException;
import io.fovea.network.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cards to and from JSON. */
final class CardJson {
  private CardJson() {}

  static String write(Card card) {
    var json = new LinkedHashMap<String, Object>();
    json.put("formatVersion", card.formatVersion());
    json.put("name", card.name());
    card.inputSize().ifPresent(size -> json.put("inputSize", List.of(size.height(), size.width())));
    json.put("preprocessing", write(card.preprocessing()));
    json.put("classes", card.classes());
    json.put("licence", card.licence());
    json.put("source", card.source());
    json.put("sha256", card.sha256());
    card.training().ifPresent(training -> json.put("training", write(training)));
    return JsonWriter.indent("  ").string().value(json).done() + "\n";
  }

  private static Map<String, Object> write(Training training) {
    var json = new LinkedHashMap<String, Object>();
    json.put("dataset", training.dataset());
    json.put("datasetLicence", training.datasetLicence());
    json.put("recipe", training.recipe());
    json.put("seed", training.seed());
    training.accuracy().ifPresent(fraction -> json.put("accuracy", fraction));
    json.put("classAccuracy", training.classAccuracy());
    return json;
  }

  private static Map<String, Object> write(Preprocessing preprocessing) {
    var resize = new LinkedHashMap<String, Object>();
    resize.put("interpolation", preprocessing.resize().interpolation().name());
    resize.put("fit", preprocessing.resize().fit().name());
    if (preprocessing.resize().fit() == Fit.CROP) {
      resize.put("shortSide", preprocessing.resize().shortSide());
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("channelOrder", preprocessing.channelOrder().name());
    json.put("resize", resize);
    json.put("scale", preprocessing.scale());
    json.put("mean", preprocessing.mean());
    json.put("standardDeviation", preprocessing.standardDeviation());
    json.put("colourProfile", preprocessing.colourProfile().name());
    return json;
  }

  /**
   * The card in this text.
   *
   * @param where the file's name, for what is said of a fault
   * @param otherwise what holds where the card says nothing
   */
  static Card read(String text, String where, Card otherwise) {
    try {
      JsonObject json = JsonParser.object().from(text);
      return read(new CardObject(where, "", json), otherwise);
    } catch (JsonParserException e) {
      throw new ZooException(
          "%s: not JSON at line %d, column %d: %s; mend the card or take it away"
              .formatted(where, e.getLinePosition(), e.getCharPosition(), e.getMessage()),
          e);
    } catch (ImageException | NetworkException e) {
      throw new ZooException(where + ": " + e.getMessage() + "; mend the card", e);
    }
  }

  private static Card read(CardObject json, Card otherwise) {
    int version = json.integer("formatVersion");
    if (version < 1 || version > Card.FORMAT_VERSION) {
      throw json.fault(
          "formatVersion",
          "is %d, and this Fovea reads cards of version 1 to %d"
              .formatted(version, Card.FORMAT_VERSION));
    }
    return new Card(
        version,
        json.text("name").orElse(otherwise.name()),
        inputSize(json).or(otherwise::inputSize),
        json.object("preprocessing").map(CardJson::preprocessing).orElse(otherwise.preprocessing()),
        json.texts("classes").orElse(otherwise.classes()),
        json.text("licence").orElse(otherwise.licence()),
        json.text("source").orElse(otherwise.source()),
        json.text("sha256").orElse(otherwise.sha256()),
        json.object("training").map(CardJson::training).or(otherwise::training));
  }

  private static Training training(CardObject json) {
    return new Training(
        json.text("dataset").orElse(""),
        json.text("datasetLicence").orElse(""),
        json.text("recipe").orElse(""),
        json.whole("seed").orElse(0L),
        json.fraction("accuracy"),
        json.object("classAccuracy").map(CardObject::fractions).orElse(Map.of()));
  }

  private static Optional<Size> inputSize(CardObject json) {
    return json.numbers("inputSize")
        .map(
            sides -> {
              if (sides.size() != 2) {
                throw json.fault("inputSize", "must be two numbers, [height, width]");
              }
              return new Size(sides.get(0).intValue(), sides.get(1).intValue());
            });
  }

  private static Preprocessing preprocessing(CardObject json) {
    CardObject resize = json.object("resize").orElseThrow(() -> json.fault("resize", "is missing"));
    return new Preprocessing(
        json.one("channelOrder", ChannelOrder.class),
        resize(resize),
        json.number("scale"),
        floats(json, "mean"),
        floats(json, "standardDeviation"),
        json.text("colourProfile").isEmpty()
            ? ColourProfile.IGNORE
            : json.one("colourProfile", ColourProfile.class));
  }

  private static Resize resize(CardObject json) {
    var interpolation = json.one("interpolation", Interpolation.class);
    return json.one("fit", Fit.class) == Fit.STRETCH
        ? Resize.stretch(interpolation)
        : Resize.crop(interpolation, json.integer("shortSide"));
  }

  private static List<Float> floats(CardObject json, String key) {
    var values = new ArrayList<Float>();
    json.numbers(key).orElse(List.of()).forEach(number -> values.add(number.floatValue()));
    return values;
  }
}
