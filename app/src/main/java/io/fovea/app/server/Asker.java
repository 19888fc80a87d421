package io.fovea.app.server;

/**
 * Who wants a piece of work, and in place of what.
 *
 * @param client the page; empty for one that doesn't say
 * @param kind of what the page wants one piece at a time; empty for none
 * @param turn counts what the page asks: what it asked first may come last, on another connection
 */
record Asker(String client, String kind, long turn) {

  /** Who sent a request. */
  static Asker of(Query query) {
    return new Asker(
        query.optional("client").orElse(""),
        query.optional("kind").orElse(""),
        query.number("turn", 0, 0, Integer.MAX_VALUE));
  }

  /** The same page at the same moment, for something else. */
  Asker asking(String other) {
    return new Asker(client, other, turn);
  }

  /** Whether this takes the place of another, that came before it. */
  boolean replaces(Asker other) {
    return isLike(other) && turn >= other.turn;
  }

  /** Whether this was asked before another, that came before it. */
  boolean isBehind(Asker other) {
    return isLike(other) && turn < other.turn;
  }

  private boolean isLike(Asker other) {
    return !client.isEmpty()
        && !kind.isEmpty()
        && client.equals(other.client)
        && kind.equals(other.kind);
  }
}
