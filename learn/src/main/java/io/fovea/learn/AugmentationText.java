package io.fovea.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An augmentation as people write it. */
final class AugmentationText {
  private static final String NONE = "none";
  private static final String STANDARD = "standard";

  private AugmentationText() {}

  static String of(Augmentation augmentation) {
    var parts = new ArrayList<String>();
    augmentation
        .crop()
        .ifPresent(crop -> parts.add("crop=" + number(crop.least()) + ":" + number(crop.most())));
    if (augmentation.horizontalFlip()) {
      parts.add("flip");
    }
    if (augmentation.verticalFlip()) {
      parts.add("flip-vertical");
    }
    add(parts, "rotate", augmentation.rotation());
    add(parts, "translate", augmentation.translation());
    add(parts, "shear", augmentation.shear());
    double brightness = augmentation.brightness();
    if (brightness == augmentation.contrast() && brightness == augmentation.saturation()) {
      add(parts, "colour", brightness);
    } else {
      add(parts, "brightness", brightness);
      add(parts, "contrast", augmentation.contrast());
      add(parts, "saturation", augmentation.saturation());
    }
    add(parts, "erase", augmentation.erasing());
    return parts.isEmpty() ? NONE : String.join(",", parts);
  }

  private static void add(List<String> parts, String name, double value) {
    if (value != 0) {
      parts.add(name + "=" + number(value));
    }
  }

  /** A number without a fraction where it has none. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  static Augmentation parse(String text) {
    var augmentation = Augmentation.NONE;
    for (String part : text.strip().split("\\s*,\\s*", -1)) {
      augmentation = with(augmentation, part.toLowerCase(Locale.ROOT), text);
    }
    return augmentation;
  }

  private static Augmentation with(Augmentation to, String part, String text) {
    int sign = part.indexOf('=');
    String name = sign < 0 ? part : part.substring(0, sign);
    String value = sign < 0 ? "" : part.substring(sign + 1);
    return switch (sign < 0 ? name : name + "=") {
      case NONE -> Augmentation.NONE;
      case STANDARD -> Augmentation.standard();
      case "flip" -> to.withHorizontalFlip();
      case "flip-vertical" -> to.withVerticalFlip();
      case "crop=" -> withCrop(to, value, text);
      case "rotate=" -> to.withRotation(number(value, text));
      case "translate=" -> to.withTranslation(number(value, text));
      case "shear=" -> to.withShear(number(value, text));
      case "colour=", "color=" -> to.withColour(number(value, text));
      case "brightness=" -> to.withColour(number(value, text), to.contrast(), to.saturation());
      case "contrast=" -> to.withColour(to.brightness(), number(value, text), to.saturation());
      case "saturation=" -> to.withColour(to.brightness(), to.contrast(), number(value, text));
      case "erase=" -> to.withErasing(number(value, text));
      default -> throw unknown(part, text);
    };
  }

  private static Augmentation withCrop(Augmentation to, String value, String text) {
    String[] ends = value.split(":", -1);
    double least = number(ends[0], text);
    return switch (ends.length) {
      case 1 -> to.withCrop(least, 1);
      case 2 -> to.withCrop(least, number(ends[1], text));
      default -> throw unknown("crop=" + value, text);
    };
  }

  private static double number(String value, String text) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException wrong) {
      throw unknown(value, text);
    }
  }

  private static DatastoreException unknown(String part, String text) {
    return new DatastoreException(
        "the augmentation \"%s\" can't be read at \"%s\"; use none, standard, or some of crop=0.5:1, flip, flip-vertical, rotate=10, translate=8, shear=5, colour=0.2, brightness=0.2, contrast=0.2, saturation=0.2, erase=0.25"
            .formatted(text, part));
  }
}
