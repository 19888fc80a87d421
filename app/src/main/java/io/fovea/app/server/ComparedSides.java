package io.fovea.app.server;

import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A layer on both sides, with the channels of both that are one and the same thing.
 *
 * <p>Channels are matched by their numbers. Where they stand for classes, and both networks name
 * theirs, they are matched by label; what only one of them tells stays out.
 *
 * @param one the layer before
 * @param other its like after
 * @param labels the classes that channels before stand for; none where they stand for none
 * @param otherLabels those after
 * @param channels numbers of the matched channels before, from 0
 * @param otherChannels number of each one's like after
 */
record ComparedSides(
    LayerLook one,
    LayerLook other,
    List<String> labels,
    List<String> otherLabels,
    List<Integer> channels,
    List<Integer> otherChannels) {

  /** A layer of each look. */
  static ComparedSides of(Look before, Look after, LayerLook one, LayerLook other) {
    List<String> labels = ClassNames.of(before, one.name());
    List<String> otherLabels = ClassNames.of(after, other.name());
    Map<Integer, Integer> likes = new LinkedHashMap<>();
    if (isByLabel(labels, otherLabels)) {
      likes = shared(labels, otherLabels);
    } else if (one.channels() == other.channels()) {
      for (int channel = 0; channel < one.channels(); channel++) {
        likes.put(channel, channel);
      }
    }
    return new ComparedSides(
        one, other, labels, otherLabels, List.copyOf(likes.keySet()), List.copyOf(likes.values()));
  }

  private static boolean isByLabel(List<String> labels, List<String> others) {
    return !labels.isEmpty() && !others.isEmpty() && !labels.equals(others);
  }

  /** Where each label of one stands among the others; one that stands there twice, twice. */
  private static Map<Integer, Integer> shared(List<String> labels, List<String> others) {
    var free = new HashMap<String, Deque<Integer>>();
    for (int place = 0; place < others.size(); place++) {
      free.computeIfAbsent(ClassNames.plain(others.get(place)), any -> new ArrayDeque<>())
          .add(place);
    }
    var likes = new LinkedHashMap<Integer, Integer>();
    for (int place = 0; place < labels.size(); place++) {
      Deque<Integer> places = free.get(ClassNames.plain(labels.get(place)));
      if (places != null && !places.isEmpty()) {
        likes.put(place, places.remove());
      }
    }
    return likes;
  }

  /** How channels were matched: by "number", by "label", or by number though one names classes. */
  String matched() {
    if (isByLabel(labels, otherLabels)) {
      return "label";
    }
    return labels.isEmpty() == otherLabels.isEmpty() ? "number" : "unnamed";
  }

  /** Whether there are channels on both sides that can be set against each other. */
  boolean isComparable() {
    return !channels.isEmpty();
  }

  /** The matched channels before, 1 × matched × H × W. */
  Tensor before() {
    return channels.size() == one.channels() ? one.activation() : chosen(one, channels);
  }

  /** Their likes after. */
  Tensor after() {
    boolean same = otherChannels.equals(IntStream.range(0, other.channels()).boxed().toList());
    return same ? other.activation() : chosen(other, otherChannels);
  }

  private static Tensor chosen(LayerLook look, List<Integer> channels) {
    Shape shape = look.activation().shape();
    int plane = shape.height() * shape.width();
    var values = new float[channels.size() * plane];
    for (int place = 0; place < channels.size(); place++) {
      look.activation().channel(0, channels.get(place)).get(values, place * plane, plane);
    }
    return Tensor.wrap(Shape.of(1, channels.size(), shape.height(), shape.width()), values);
  }
}
