package io.fovea.bench;

import com.google.gson.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What one open page asks the server, as the page's own modules ask it: with its name, and with a
 * kind and a turn where only the newest answer counts. For use by one thread.
 */
final class PageApi {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PageHost host;
  private final String client;
  private final List<PageQuestion> underWay = new ArrayList<>();
  private int turn;
  private int glances;

  /**
   * @param client the page's name while it is open
   */
  PageApi(PageHost host, String client) {
    this.host = host;
    this.client = client;
  }

  /** The page's name. */
  String client() {
    return client;
  }

  /** A JSON answer. */
  JsonObject json(PageQuery query) {
    return ask(query).answer().json();
  }

  /** The description that a binary answer begins with. */
  JsonObject head(PageQuery query) {
    return ask(query).answer().head();
  }

  /** Asks; what is under way of the same kind isn't wanted any more. */
  PageQuestion ask(PageQuery query) {
    leaveFor(query);
    return send(query, request(signed(query)).GET());
  }

  /**
   * Asks what something newer will soon take the place of. Every other one is hung up then, as the
   * page does; it has its connection for itself, since Java's client may close one that is in use
   * by another request by then.
   */
  void glance(PageQuery query) {
    leaveFor(query);
    HttpRequest.Builder request = request(signed(query)).GET();
    send(query, glances++ % 2 == 0 ? request.header("Connection", "close") : request);
  }

  private void leaveFor(PageQuery newer) {
    underWay.stream().filter(each -> each.givesWayTo(newer)).forEach(PageQuestion::leave);
  }

  /** Asks for what a browser fetches by itself, such as the page, a picture or a download. */
  PageQuestion load(PageQuery query) {
    return send(query, request(query).GET());
  }

  /** Sends a file, and says what the server calls it. */
  JsonObject take(PageQuery query, byte[] file) {
    return send(query, request(signed(query)).POST(BodyPublishers.ofByteArray(file)))
        .answer()
        .json();
  }

  /** Wants nothing any more of what is under way. */
  void leave() {
    underWay.forEach(PageQuestion::leave);
  }

  /** Waits until all that was asked is counted. */
  void settle() {
    underWay.forEach(PageQuestion::await);
  }

  private PageQuery signed(PageQuery query) {
    PageQuery named = query.with("client", client);
    return query.kind().isEmpty() ? named : named.with("kind", query.kind()).with("turn", ++turn);
  }

  private HttpRequest.Builder request(PageQuery query) {
    return HttpRequest.newBuilder(host.page().resolve(query.address()))
        .timeout(PATIENCE)
        .header("Origin", host.origin())
        .header("Accept-Encoding", "gzip");
  }

  private PageQuestion send(PageQuery query, HttpRequest.Builder request) {
    underWay.removeIf(PageQuestion::isOver);
    var question = new PageQuestion(host, query, request.build());
    underWay.add(question);
    return question;
  }
}
