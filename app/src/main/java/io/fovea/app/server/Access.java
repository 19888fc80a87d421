package io.fovea.app.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask: whoever knows the token that every address begins with, from a page of this very
 * server.
 *
 * <p>The token keeps other users of the machine out; {@code Host} keeps out a page elsewhere whose
 * name was made to point here (DNS rebinding); {@code Origin} keeps out a page elsewhere that sends
 * requests here.
 */
final class Access {
  private static final int TOKEN_BYTES = 18;

  private final String token;
  private final ListenHost host;
  private volatile int port;

  private Access(String token, ListenHost host) {
    this.token = token;
    this.host = host;
  }

  /**
   * Access with a new random token.
   *
   * @param host the name or address that the server listens on
   */
  static Access of(ListenHost host) {
    var random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    return new Access(token, host);
  }

  /** The token. */
  String token() {
    return token;
  }

  /** Tells it the port, once the server has one. */
  void listensOn(int newPort) {
    port = newPort;
  }

  /**
   * Lets a request pass or not.
   *
   * @throws AddressException if it may not by its address
   * @throws RequestException if it may not from where it comes
   */
  void check(Context request) {
    check(request.path(), request.header("Host"), request.header("Origin"), mayChange(request));
  }

  private static boolean mayChange(Context request) {
    boolean upgrades = "websocket".equalsIgnoreCase(request.header("Upgrade"));
    return upgrades || request.method() != HandlerType.GET && request.method() != HandlerType.HEAD;
  }

  /**
   * Lets a request pass or not.
   *
   * @param path its path, which begins with the token
   * @param originNeeded whether it has to say which page sends it
   */
  void check(String path, @Nullable String called, @Nullable String origin, boolean originNeeded) {
    if (called == null || !host.answers(called, port)) {
      throw new AddressException(AddressFault.OTHER_NAME);
    }
    boolean fromHere = origin == null ? !originNeeded : origin.equals("http://" + called);
    if (!fromHere) {
      throw RequestException.forbidden(
          "the request comes from %s; only this server's own page may send it"
              .formatted(Optional.ofNullable(origin).orElse("an unnamed page")));
    }
    if (!hasToken(path)) {
      throw new AddressException(AddressFault.NO_TOKEN);
    }
  }

  private boolean hasToken(String path) {
    String[] segments = path.split("/", 3);
    byte[] given = (segments.length > 1 ? segments[1] : "").getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(given, token.getBytes(StandardCharsets.UTF_8));
  }
}
