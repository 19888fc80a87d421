package io.fovea.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hyperparameters in the order in which people read them. */
final class Hyperparameters {
  private Hyperparameters() {}

  /** An ordered, unmodifiable map of name, value, name, value ... */
  static Map<String, Object> of(Object... namesAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return Collections.unmodifiableMap(map);
  }

  static List<Integer> list(Size size) {
    return List.of(size.height(), size.width());
  }

  static List<Integer> list(Stride stride) {
    return List.of(stride.vertical(), stride.horizontal());
  }

  static List<Integer> list(Dilation dilation) {
    return List.of(dilation.vertical(), dilation.horizontal());
  }

  /** Four numbers, or the word for padding that follows from the input. */
  static Object padding(Padding padding) {
    return switch (padding.mode()) {
      case EXPLICIT -> List.of(padding.top(), padding.bottom(), padding.left(), padding.right());
      case SAME_UPPER -> "same";
      case SAME_LOWER -> "same-lower";
    };
  }
}
