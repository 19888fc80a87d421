package io.fovea.app.server;

/** What changed from one look to another, as a page asks for it. */
final class CompareRoutes {
  private static final int ROW_SIZE = 32;
  private static final int MOST_CHANNELS = 512;

  private final Looks looks;

  CompareRoutes(Looks looks) {
    this.looks = looks;
  }

  /**
   * All layers side by side; one of them channel by channel, where it is named. What the other side
   * leaves out is as on the first.
   */
  byte[] compare(Query query) {
    String model = query.text("model");
    String input = query.text("input");
    Look before = looks.get(model, input, query.wanted());
    Look after =
        looks.get(
            query.optional("otherModel").orElse(model),
            query.optional("otherInput").orElse(input),
            query.wanted());
    return query
        .optional("layer")
        .map(layer -> ComparedLayer.of(before, after, layer, options(query)))
        .orElseGet(
            () ->
                ComparedRows.of(
                    before, after, query.number("size", ROW_SIZE, 8, 128), query.wanted()));
  }

  private static ComparedOptions options(Query query) {
    return new ComparedOptions(
        query.number("size", 64, 8, 128),
        query.number("count", 256, 1, MOST_CHANNELS),
        query.optional("scale").filter("channel"::equals).isPresent());
  }
}
