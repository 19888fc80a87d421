package io.fovea.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is asked of the page's server.
 *
 * @param path from the page's own address
 * @param kind the page wants one answer of each kind, the newest; empty for none
 * @param values of the query, by their names
 */
record PageQuery(String path, String kind, Map<String, Object> values) {

  /** A question that nothing newer takes the place of. */
  static PageQuery of(String path) {
    return of(path, "");
  }

  /** A question that a newer one of the same kind takes the place of. */
  static PageQuery of(String path, String kind) {
    return new PageQuery(path, kind, Map.of());
  }

  /** The same with one more value. */
  PageQuery with(String name, Object value) {
    var more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new PageQuery(path, kind, more);
  }

  /** Its path and query, to be resolved against the page's address. */
  String address() {
    String query =
        values.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
  }
}
