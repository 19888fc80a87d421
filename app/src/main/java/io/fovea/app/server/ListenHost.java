package io.fovea.app.server;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name or address that the server listens on, and by which names a browser may call it.
 *
 * <p>A page elsewhere can make its own name point here (DNS rebinding), but it can't make a browser
 * send a bare address as the name of the host: where the server listens on all addresses of the
 * machine, addresses and the machine's own name are answered, other names aren't.
 */
final class ListenHost {
  private static final int HTTP = 80;
  private static final Set<String> ALL = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");
  private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(:\\d+)?");
  private static final Pattern ADDRESS =
      Pattern.compile("\\[[0-9a-fA-F:.]+]|\\d{1,3}(\\.\\d{1,3}){3}");

  private final String name;

  private ListenHost(String name) {
    this.name = name;
  }

  /** Of a name, an IPv4 address, or an IPv6 one with or without its brackets. */
  static ListenHost of(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    return new ListenHost(bracketed ? text.substring(1, text.length() - 1) : text);
  }

  /** What to listen on, without brackets. */
  String name() {
    return name;
  }

  /** Whether it is every address of the machine. */
  boolean isAll() {
    return ALL.contains(name);
  }

  /** Whether only this machine reaches it. */
  boolean isLocal() {
    return LOCAL.contains(inAddress(name)) || name.startsWith("127.");
  }

  /** How an address in the browser names it: one by which others reach it too, where they may. */
  String shown() {
    return isAll() ? outward().orElse("localhost") : inAddress(name);
  }

  /**
   * Whether a request may call it so.
   *
   * @param header what it says the host is, with the port
   */
  boolean answers(String header, int port) {
    Matcher parts = HOST.matcher(header);
    if (!parts.matches()) {
      return false;
    }
    String given = Optional.ofNullable(parts.group(2)).orElse(":" + HTTP);
    return given.equals(":" + port) && answers(parts.group(1));
  }

  private boolean answers(String called) {
    if (isAll() && (ADDRESS.matcher(called).matches() || called.equalsIgnoreCase(machine()))) {
      return true;
    }
    return called.equalsIgnoreCase(inAddress(name))
        || LOCAL.stream().anyMatch(called::equalsIgnoreCase);
  }

  private static String inAddress(String name) {
    return name.contains(":") ? "[" + name + "]" : name;
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /** An IPv4 address of this machine that isn't the machine's own loop. */
  private static Optional<String> outward() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress())
          .map(InetAddress::getHostAddress)
          .filter(each -> !each.contains(":"))
          .findFirst();
    } catch (SocketException e) {
      return Optional.empty();
    }
  }
}
