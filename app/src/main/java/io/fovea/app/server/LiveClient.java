package io.fovea.app.server;

import io.fovea.tensor.FoveaException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * One page's live pictures. None is ever queued: while one is worked on or its answer is on the
 * way, the newest takes the place of the one that waits. A page that is slow to take answers so
 * gets fewer.
 */
final class LiveClient {

  /** The way to the page. */
  interface Outlet {
    /** Sends an answer, and tells when the next may follow. */
    void send(ByteBuffer answer, Runnable then);

    /** Says what went wrong. */
    void fail(String sentence);
  }

  private final String client;
  private final Work work;
  private final Nets nets;
  private final Outlet outlet;
  private Optional<LiveSettings> settings = Optional.empty();
  private Optional<LiveFrame> waiting = Optional.empty();
  private boolean isFirst;
  private boolean busy;
  private boolean gone;
  private long count;

  /**
   * @param client the page
   * @param nets where networks are found by their names
   */
  LiveClient(String client, Work work, Nets nets, Outlet outlet) {
    this.client = client;
    this.work = work;
    this.nets = nets;
    this.outlet = outlet;
  }

  /** The page. */
  String client() {
    return client;
  }

  /** What is wanted of the pictures that follow. */
  synchronized void settings(String json) {
    var wanted = LiveSettings.parse(json);
    isFirst |= settings.filter(wanted::isAbout).isEmpty();
    settings = Optional.of(wanted);
  }

  /**
   * The next picture.
   *
   * @param pixels as {@link LiveFrame#of} takes them; read before this returns
   * @throws RequestException if they don't fit the settings, or there are none
   */
  void frame(ByteBuffer pixels) {
    synchronized (this) {
      count++;
      LiveSettings wanted =
          settings.orElseThrow(
              () -> RequestException.wrong("send the settings before the first live picture"));
      boolean first = isFirst || waiting.map(LiveFrame::isFirst).orElse(false);
      waiting = Optional.of(LiveFrame.of(count, wanted, first, pixels));
      isFirst = false;
      if (busy || gone) {
        return;
      }
      busy = true;
    }
    next();
  }

  /** Nobody is there any more. */
  synchronized void leave() {
    gone = true;
    waiting = Optional.empty();
  }

  /** The network of what waits is opened first; meanwhile no thread is held. */
  private void next() {
    model().ifPresent(this::submit);
  }

  private synchronized Optional<String> model() {
    return waiting.map(frame -> frame.settings().model());
  }

  private void submit(String model) {
    work.submit(client, "", nets.opened(model), wanted -> answer(model))
        .whenComplete(
            (answer, failure) -> {
              if (failure != null) {
                fail(failure);
              } else {
                answer.ifPresentOrElse(
                    bytes -> outlet.send(ByteBuffer.wrap(bytes), this::sent), this::sent);
              }
            });
  }

  /** Of the newest picture there is when this begins. */
  private Optional<byte[]> answer(String model) {
    return take(model).map(frame -> nets.use(model, net -> LiveAnswer.of(net, frame)));
  }

  /** One that is for another network by now goes on waiting: for that one. */
  private synchronized Optional<LiveFrame> take(String model) {
    Optional<LiveFrame> newest = waiting.filter(frame -> frame.settings().model().equals(model));
    if (newest.isPresent()) {
      waiting = Optional.empty();
    }
    return newest;
  }

  private void sent() {
    synchronized (this) {
      busy = waiting.isPresent() && !gone;
      if (!busy) {
        return;
      }
    }
    next();
  }

  private void fail(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    synchronized (this) {
      busy = false;
      waiting = Optional.empty();
      isFirst = true;
    }
    outlet.fail(cause instanceof FoveaException ? cause.getMessage() : Failures.sentence(cause));
  }
}
