package io.fovea.app.server;

import io.fovea.explain.ChannelChange;
import io.fovea.explain.Comparison;
import io.fovea.image.Limits;
import io.fovea.image.Scale;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One layer of two looks, channel by channel: those that changed most first, each as it is on both
 * sides, on one scale, and the difference, on one symmetric around 0.
 *
 * <p>Where no channels of the two can be set against each other, each side is shown by itself.
 * Where heights or widths differ there is no difference to draw. Channels of one value a side are
 * ranked by how far the two values lie apart, and told as numbers.
 */
final class ComparedLayer {
  private final ComparedSides sides;
  private final LayerLook one;
  private final LayerLook other;
  private final ComparedOptions options;
  private final Map<String, @Nullable Object> head = new LinkedHashMap<>();
  private final ByteArrayOutputStream pictures = new ByteArrayOutputStream();

  private ComparedLayer(ComparedSides sides, ComparedOptions options) {
    this.sides = sides;
    this.one = sides.one();
    this.other = sides.other();
    this.options = options;
  }

  /**
   * The answer: a head that says what changed by how much, a body with the pictures.
   *
   * @param layer its name in the first network
   * @throws io.fovea.tensor.FoveaException if the first has no such layer, or the other none like
   *     it
   */
  static byte[] of(Look before, Look after, String layer, ComparedOptions options) {
    String name = before.net().network().layer(layer).name();
    LayerPair pair =
        LayerPair.of(before.net().network(), after.net().network()).stream()
            .filter(each -> each.name().equals(name) && each.after().isPresent())
            .findFirst()
            .orElseThrow(() -> alone(name, after));
    LayerLook one = LayerLook.of(before, pair.before().orElseThrow());
    LayerLook other = LayerLook.of(after, pair.after().orElseThrow());
    var compared = new ComparedLayer(ComparedSides.of(before, after, one, other), options);
    compared.describe();
    if (compared.sides.isComparable()) {
      compared.compare();
    } else if (one.isOneValue() && other.isOneValue()) {
      compared.head.put("before", compared.greatest(one, compared.sides.labels()));
      compared.head.put("after", compared.greatest(other, compared.sides.otherLabels()));
    } else {
      compared.drawEach();
    }
    return BinaryAnswer.of(compared.head, compared.pictures.toByteArray());
  }

  private static RequestException alone(String layer, Look after) {
    return RequestException.missing(
        "%s has no layer %s; choose one that both networks have"
            .formatted(after.net().name(), layer));
  }

  private void describe() {
    head.put("layer", one.name());
    head.put("otherLayer", other.name());
    head.put("size", one.size());
    head.put("otherSize", other.size());
    head.put("comparable", sides.isComparable());
    head.put("matched", sides.matched());
    head.put("values", one.isOneValue() && other.isOneValue());
  }

  private void compare() {
    Tensor before = sides.before();
    Tensor after = sides.after();
    Comparison comparison = Comparison.of(before, after);
    boolean values = one.isOneValue() && other.isOneValue();
    List<ChannelChange> ranked = ranked(comparison, values);
    List<Integer> places = ranked.stream().map(ChannelChange::channel).toList();
    head.put("change", RecordJson.number(comparison.change()));
    head.put("placeByPlace", comparison.placeByPlace());
    head.put("shared", sides.channels().size());
    head.put("ranked", ranked.stream().map(this::rank).toList());
    head.put("labels", sides.labels().isEmpty() ? List.of() : labels(places));
    if (!values) {
      List<Limits> limits = PairedLimits.of(sides).of(places, options.eachChannel());
      head.put("limits", LookRoutes.limits(limits));
      head.put("before", draw(before, places, limits, sides.channels()));
      head.put("after", draw(after, places, limits, sides.otherChannels()));
      if (comparison.placeByPlace()) {
        drawDifference(before, after, places);
      }
    }
  }

  /** A change by the channel's own number, not by its place among those that are compared. */
  private Map<String, @Nullable Object> rank(ChannelChange change) {
    Map<String, @Nullable Object> json = RecordJson.of(change);
    json.put("channel", sides.channels().get(change.channel()));
    return json;
  }

  private List<String> labels(List<Integer> places) {
    return places.stream().map(sides.channels()::get).map(sides.labels()::get).toList();
  }

  private List<ChannelChange> ranked(Comparison comparison, boolean values) {
    List<ChannelChange> channels = new ArrayList<>(comparison.channels());
    if (values) {
      channels.sort(
          Comparator.comparingDouble(each -> -Math.abs(each.meanAfter() - each.meanBefore())));
    }
    return channels.subList(0, Math.min(options.count(), channels.size()));
  }

  private void drawDifference(Tensor before, Tensor after, List<Integer> places) {
    Tensor difference = difference(before, after, places);
    List<Limits> limits = PairedLimits.aroundZero(difference, options.eachChannel());
    List<Integer> all = upTo(places.size());
    head.put("differenceLimits", LookRoutes.limits(limits));
    head.put("difference", draw(difference, all, limits, all));
  }

  /** The greatest values of a side by itself, the greatest first. */
  private List<Map<String, @Nullable Object>> greatest(LayerLook look, List<String> labels) {
    float[] values = look.activation().toArray();
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparing((Integer channel) -> -values[channel]))
        .limit(options.count())
        .map(channel -> value(channel, values[channel], labels))
        .toList();
  }

  private static Map<String, @Nullable Object> value(
      int channel, float value, List<String> labels) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("channel", channel);
    json.put("value", RecordJson.number(value));
    json.put("label", labels.isEmpty() ? "" : labels.get(channel));
    return json;
  }

  /** Without one number of channels: what each side has, on its own scale. */
  private void drawEach() {
    List<Limits> limits = Scale.layer().limits(one.activation());
    List<Limits> otherLimits = Scale.layer().limits(other.activation());
    head.put("limits", LookRoutes.limits(limits));
    head.put("otherLimits", LookRoutes.limits(otherLimits));
    head.put("before", draw(one.activation(), shown(one), limits, shown(one)));
    head.put("after", draw(other.activation(), shown(other), otherLimits, shown(other)));
  }

  private List<Integer> shown(LayerLook look) {
    return upTo(Math.min(options.count(), look.channels()));
  }

  /**
   * Draws what stands at these places of an activation.
   *
   * @param numbers of the channels at all places, as their layer counts them
   */
  private Map<String, Object> draw(
      Tensor activation, List<Integer> places, List<Limits> limits, List<Integer> numbers) {
    Tiles tiles = Tiles.of(activation.shape(), options.size());
    int offset = pictures.size();
    var picture = new byte[tiles.bytes()];
    for (int i = 0; i < places.size(); i++) {
      tiles.draw(activation, places.get(i), limits.get(i), picture, 0);
      pictures.writeBytes(picture);
    }
    List<Integer> channels = places.stream().map(numbers::get).toList();
    return Map.of(
        "height", tiles.height(), "width", tiles.width(), "channels", channels, "offset", offset);
  }

  /** After less before, of what stands at these places. */
  private static Tensor difference(Tensor before, Tensor after, List<Integer> places) {
    Shape whole = before.shape();
    int plane = whole.height() * whole.width();
    var values = new float[places.size() * plane];
    var taken = new float[plane];
    for (int place = 0; place < places.size(); place++) {
      after.channel(0, places.get(place)).get(values, place * plane, plane);
      before.channel(0, places.get(place)).get(taken);
      for (int i = 0; i < plane; i++) {
        values[place * plane + i] -= taken[i];
      }
    }
    return Tensor.wrap(Shape.of(1, places.size(), whole.height(), whole.width()), values);
  }

  private static List<Integer> upTo(int count) {
    return IntStream.range(0, count).boxed().toList();
  }
}
