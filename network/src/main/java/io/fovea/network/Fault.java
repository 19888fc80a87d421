package io.fovea.network;

import java.util.Locale;

/**
 * Something in a network that is not as it must be.
 *
 * @param severity whether it keeps the network from running
 * @param layer the layer's name; empty where it concerns the network as a whole
 * @param message one sentence: what is wrong and how to mend it, without the layer's name
 */
public record Fault(Severity severity, String layer, String message) {
  /** {@code error: conv2: it takes conv1x, which isn't there; did you mean conv1?} */
  @Override
  public String toString() {
    String where = layer.isEmpty() ? "" : layer + ": ";
    return severity.name().toLowerCase(Locale.ROOT) + ": " + where + message;
  }
}
