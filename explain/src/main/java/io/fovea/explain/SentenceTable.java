package io.fovea.explain;

import io.fovea.network.Layer;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For each type of layer, what one language says of it. */
final class SentenceTable {
  private final Map<Class<? extends Layer>, Entry<?>> entries;

  private SentenceTable(Map<Class<? extends Layer>, Entry<?>> entries) {
    this.entries = entries;
  }

  /** What is said of one type of layer. */
  interface Teller<L extends Layer> {
    String tell(L layer, Circumstances circumstances);
  }

  /** A line of the table. */
  record Entry<L extends Layer>(Class<L> type, Teller<L> teller) {
    private String tell(Layer layer, Circumstances circumstances) {
      return teller.tell(type.cast(layer), circumstances);
    }
  }

  static SentenceTable of(Entry<?>... entries) {
    return new SentenceTable(
        Stream.of(entries).collect(Collectors.toUnmodifiableMap(Entry::type, Function.identity())));
  }

  String tell(Layer layer, Circumstances circumstances) {
    return entries.get(layer.getClass()).tell(layer, circumstances);
  }

  /** The types of layers that it can tell about. */
  Set<Class<? extends Layer>> types() {
    return entries.keySet();
  }
}
