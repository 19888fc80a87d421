package io.fovea.app.server;

import com.grack.nanojson.JsonWriter;
import io.fovea.tensor.FoveaException;
import io.javalin.config.JettyConfig;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/**
 * The socket that each page holds: while it is open the page is there, and over it go the pictures
 * of a camera or a film and what a layer makes of them.
 *
 * <p>The page sends its settings as a text (see {@link LiveSettings}), then each picture as binary
 * height × width × 4; pictures are numbered from 1 in the order of their coming. It is answered in
 * the framing of {@link BinaryAnswer}, or with a text {@code {"message": "one sentence"}}. An
 * answer to a picture settles all before it. An empty text only says that the page is still there.
 */
final class LiveRoutes {
  private static final int MOST_PICTURE_BYTES = 4 << 20;
  private static final int MOST_TEXT_BYTES = 64 << 10;
  private static final Duration MOST_SILENCE = Duration.ofMinutes(5);
  private static final String PACKING = "permessage-deflate";
  private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final Nets nets;
  private final Work work;
  private final Map<String, LiveClient> clients = new ConcurrentHashMap<>();

  LiveRoutes(Nets nets, Work work) {
    this.nets = nets;
    this.work = work;
  }

  void add(JavalinDefaultRoutingApi routes, String api) {
    routes.ws(api + "live", this::configure);
  }

  /** What a socket may bring; and nothing is packed, which would take longer than the network. */
  static void limit(JettyConfig server) {
    server.modifyServletContextHandler(
        handler ->
            server.modifyWebSocketServletFactory(
                sockets -> {
                  sockets.setMaxBinaryMessageSize(MOST_PICTURE_BYTES);
                  sockets.setMaxTextMessageSize(MOST_TEXT_BYTES);
                  sockets.setIdleTimeout(MOST_SILENCE);
                  WebSocketServerComponents.getWebSocketComponents(handler)
                      .getExtensionRegistry()
                      .unregister(PACKING);
                }));
  }

  private void configure(WsConfig socket) {
    socket.onConnect(this::enter);
    socket.onMessage(
        message -> {
          if (!message.message().isEmpty()) {
            tell(message, client -> client.settings(message.message()));
          }
        });
    socket.onBinaryMessage(message -> tell(message, client -> client.frame(message.data())));
    socket.onClose(this::leave);
  }

  private void enter(WsConnectContext page) {
    String client = Optional.ofNullable(page.queryParam("client")).orElse("");
    if (!CLIENT.matcher(client).matches()) {
      fail(page.session, "the socket's address lacks \"client\"; add letters or digits");
      page.closeSession(1008, "client");
      return;
    }
    clients.put(page.sessionId(), new LiveClient(client, work, nets, outlet(page.session)));
  }

  private static LiveClient.Outlet outlet(Session session) {
    return new LiveClient.Outlet() {
      @Override
      public void send(ByteBuffer answer, Runnable then) {
        session.sendBinary(answer, Callback.from(then, failure -> session.disconnect()));
      }

      @Override
      public void fail(String sentence) {
        LiveRoutes.fail(session, sentence);
      }
    };
  }

  private static void fail(Session session, String sentence) {
    session.sendText(JsonWriter.string(Map.of("message", sentence)), Callback.NOOP);
  }

  private void tell(WsContext page, Consumer<LiveClient> what) {
    LiveClient client = clients.get(page.sessionId());
    if (client == null) {
      return; // it is gone already
    }
    try {
      what.accept(client);
    } catch (FoveaException e) {
      fail(page.session, e.getMessage());
    }
  }

  /** Drops what waits for a page when its last socket closes. */
  private void leave(WsContext page) {
    LiveClient left = clients.remove(page.sessionId());
    if (left == null) {
      return;
    }
    left.leave();
    boolean isBack =
        clients.values().stream().anyMatch(other -> other.client().equals(left.client()));
    if (!isBack) {
      work.leave(left.client());
    }
  }
}
