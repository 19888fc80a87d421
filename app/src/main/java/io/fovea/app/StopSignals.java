package io.fovea.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns Ctrl-C (SIGINT, SIGTERM) into a wish that a long run looks at when it suits it, so that it
 * can write what it has; the second one ends the process at once.
 *
 * <p>Reached by reflection: javac warns at every mention of {@code sun.misc.Signal}, which the JDK
 * keeps in {@code jdk.unsupported} for want of another. Where there is none, the process simply
 * ends.
 */
final class StopSignals implements AutoCloseable {
  private static final int INTERRUPTED = 130;

  private final Map<Object, Object> handlersBefore = new LinkedHashMap<>();
  private volatile boolean wanted;

  StopSignals() {
    for (String name : List.of("INT", "TERM")) {
      try {
        Object signal =
            Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(name);
        handlersBefore.put(signal, handle(signal, handler()));
      } catch (InvocationTargetException e) {
        // whoever started the process has it ignore this one
      } catch (ReflectiveOperationException e) {
        return; // a Java without signals
      }
    }
  }

  private Object handler() throws ClassNotFoundException {
    return Proxy.newProxyInstance(
        StopSignals.class.getClassLoader(),
        new Class<?>[] {Class.forName("sun.misc.SignalHandler")},
        (proxy, method, arguments) -> {
          if (method.getName().equals("handle")) {
            stop();
          }
          return method.getName().equals("hashCode") ? System.identityHashCode(this) : null;
        });
  }

  private void stop() {
    if (wanted) {
      System.exit(INTERRUPTED);
    }
    wanted = true;
  }

  private static Object handle(Object signal, Object handler) throws ReflectiveOperationException {
    Method handle =
        signal
            .getClass()
            .getMethod("handle", signal.getClass(), Class.forName("sun.misc.SignalHandler"));
    return handle.invoke(null, signal, handler);
  }

  /** Whether the run should end. */
  boolean wanted() {
    return wanted;
  }

  @Override
  public void close() {
    handlersBefore.forEach(
        (signal, handler) -> {
          try {
            handle(signal, handler);
          } catch (ReflectiveOperationException e) {
            wanted = true; // it stays ours, and the next one ends the process
          }
        });
  }
}
