package io.fovea.image;

import java.util.regex.Pattern;

/** Reads the scales that are two numbers. */
final class ScaleText {
  private static final String NUMBER = "([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)";
  private static final Pattern RANGE = Pattern.compile(NUMBER + ":" + NUMBER);
  private static final Pattern PERCENTILE = Pattern.compile(NUMBER + "%:" + NUMBER + "%");

  private ScaleText() {}

  static Scale parse(String text) {
    var percentile = PERCENTILE.matcher(text);
    if (percentile.matches()) {
      return Scale.percentile(
          Double.parseDouble(percentile.group(1)), Double.parseDouble(percentile.group(2)));
    }
    var range = RANGE.matcher(text);
    if (range.matches()) {
      return Scale.range(Double.parseDouble(range.group(1)), Double.parseDouble(range.group(2)));
    }
    throw new ImageException(
        "the scale \"%s\" isn't known; use layer, channel, none, symmetric, MIN:MAX (such as -1:1) or LOW%%:HIGH%% (such as 1%%:99%%)"
            .formatted(text));
  }
}
