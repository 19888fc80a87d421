package io.fovea.app.server;

import io.fovea.Net;
import io.fovea.network.Layer;
import io.fovea.network.Parameter;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An open net and those who use it: once it is let go, it is closed when the last of them is done.
 *
 * <p>Any number of threads may use one at once.
 */
final class SharedNet {
  private final Net net;
  private final Consumer<Net> whenClosed;
  private int users;
  private boolean letGo;

  /**
   * @param whenClosed told when it is closed
   */
  SharedNet(Net net, Consumer<Net> whenClosed) {
    this.net = net;
    this.whenClosed = whenClosed;
  }

  /** The net; it stays open only for those who have entered. */
  Net net() {
    return net;
  }

  /** What its parameters take in memory. */
  long bytes() {
    return net.network().layers().stream()
            .flatMap(SharedNet::parameters)
            .mapToLong(Parameter::count)
            .sum()
        * Float.BYTES;
  }

  private static Stream<Parameter> parameters(Layer layer) {
    return Stream.concat(layer.learnables().stream(), layer.states().stream());
  }

  /** Keeps it open for one user, until they {@link #leave}; false where it has been let go. */
  synchronized boolean enter() {
    if (letGo) {
      return false;
    }
    users++;
    return true;
  }

  /** A user who has entered is done. */
  void leave() {
    synchronized (this) {
      users--;
      if (!letGo || users > 0) {
        return;
      }
    }
    close();
  }

  /** Nobody enters any more. A second call does nothing. */
  void letGo() {
    synchronized (this) {
      if (letGo) {
        return;
      }
      letGo = true;
      if (users > 0) {
        return;
      }
    }
    close();
  }

  private void close() {
    net.close();
    whenClosed.accept(net);
  }
}
